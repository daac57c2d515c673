package pbx.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What makes starts fast never keeps the platform from starting. */
@EnabledIfSystemProperty(named = "pbx.full", matches = "true", disabledReason = "starts the platform four times")
class FastStartTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path UNPACKED = ROOT.resolve("cnf/target/platform");

    @Test
    void anArchiveThatIsPreparedIsUsedAndOneThatIsSpoiledIsNot() throws Exception {
        Process prepare = new ProcessBuilder(ROOT.resolve("pbx").toString(), "prepare")
                .inheritIO()
                .start();
        assertEquals(0, prepare.waitFor());
        Path archive = archive();
        assertTrue(starts("-Xlog:class+load").stream().anyMatch(line -> line.contains("shared objects file (top)")));

        byte[] whole = Files.readAllBytes(archive);
        assertTrue(archive.toFile().setWritable(true));
        Files.write(archive, "no archive".getBytes(StandardCharsets.US_ASCII));
        List<String> spoiled = starts("-Dno=option");
        assertTrue(spoiled.get(0).startsWith("ready in "), "nothing else is said: " + spoiled);
        Files.write(archive, whole);

        Files.setLastModifiedTime(UNPACKED.resolve("stamp"), FileTime.fromMillis(0));
        assertTrue(
                starts("-Dno=option").get(0).startsWith("ready in "), "of an older build: the jar itself is started");
    }

    private static Path archive() throws Exception {
        try (Stream<Path> files = Files.list(UNPACKED)) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What it printed. */
    private static List<String> starts(String option) throws Exception {
        try (Platform platform = new Platform()) {
            platform.java(option);
            platform.start("--headless").say("exit");
            assertEquals(0, platform.ends(), () -> platform.printed() + " " + platform.warnings());
            assertTrue(platform.prints("ready in ").contains("registered"), platform.printed()::toString);
            return platform.printed();
        }
    }
}

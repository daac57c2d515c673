package pbx.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From the command to a talking call, on every JDK that is installed. */
class FirstStartTest {
    @Test
    void aCallFromPipedLines() throws Exception {
        for (String javaHome : jdks()) {
            callFromPipedLines(javaHome);
        }
    }

    /** The one that runs this test, and a JDK 25 where there is one. */
    private static List<String> jdks() throws Exception {
        List<String> homes = new ArrayList<>(List.of(System.getProperty("java.home")));
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> folders = Files.list(installed)) {
                folders.filter(f -> f.getFileName().toString().contains("25") && Files.exists(f.resolve("bin/java")))
                        .findFirst()
                        .ifPresent(f -> homes.add(f.toString()));
            }
        }
        return homes;
    }

    private static void callFromPipedLines(String javaHome) throws Exception {
        try (Platform platform = new Platform()) {
            platform.within("env", "JAVA_HOME=" + javaHome);
            platform.start("--headless");
            platform.say(
                    "pbx:dial 601",
                    "pbx:await call ACTIVE 40",
                    "pbx:quality --json",
                    "pbx:hold",
                    "pbx:resume",
                    "pbx:hangup",
                    "pbx:await call ENDED 40",
                    "exit");
            assertEquals(0, platform.ends(), () -> platform.printed() + " " + platform.warnings());
            String ready = platform.prints("ready in ");
            assertTrue(
                    ready.matches("ready in \\d+ ms · console http://127\\.0\\.0\\.1:" + platform.consolePort
                            + "/system/console · account 45@localhost registered · headless"),
                    ready);
            JsonNode quality = new ObjectMapper().readTree(platform.prints("packetsSent"));
            assertTrue(quality.get("packetsSent").asLong() > 0, quality::toString);
            assertTrue(quality.get("packetsReceived").asLong() > 0, quality::toString);
            String log = Files.readString(platform.home.resolve("logs/pbx.log"));
            assertTrue(log.contains("account 45@localhost is registered"), "SLF4J found Logback: " + log);
        }
    }

    @Test
    void aFailedCommandIsTheExitStatus() throws Exception {
        try (Platform platform = new Platform()) {
            platform.start("--headless").say("pbx:dial not-a-number", "exit");
            assertEquals(1, platform.ends());
            assertTrue(platform.prints("error: ").startsWith("error: INVALID "), platform.printed()::toString);
        }
    }

    @Test
    void aNumberFromTheCommandLineIsHandedToTheRunningOne() throws Exception {
        try (Platform platform = new Platform()) {
            platform.start("--headless").prints("ready in ");
            String refused = dial(platform, "tel:*85", 1);
            assertTrue(refused.contains("a link may not dial a star code"), refused);
            assertEquals("calling 601", dial(platform, "601", 0));
            platform.say("pbx:await call ACTIVE 40");
            refusesASecondOne(platform);
            platform.say("pbx:quality --json");
            platform.prints("packetsSent"); // the one that runs has lost nothing
            platform.kill();
            // The first one starts it, and then calls; what the killed one left keeps it from nothing.
            String started = dial(platform, "601", 0);
            assertTrue(started.endsWith("\ncalling 601"), started);
            Matcher end = Pattern.compile("to end it: kill (\\d+)").matcher(started);
            assertTrue(end.find(), started);
            ProcessHandle background =
                    ProcessHandle.of(Long.parseLong(end.group(1))).orElseThrow();
            try {
                assertEquals("calling 600", dial(platform, "600", 0));
            } finally {
                background.destroy();
                background.onExit().get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static void refusesASecondOne(Platform platform) throws Exception {
        Process second =
                platform.command("run", "--headless").redirectErrorStream(true).start();
        String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(1, second.waitFor(), said);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains(platform.home + " is in use by process " + platform.pid() + ";"), said);
        assertTrue(said.contains("--home"), said);
    }

    private static String dial(Platform platform, String number, int status) throws Exception {
        ProcessBuilder builder = platform.command("dial", number, "--headless").redirectErrorStream(true);
        Process command = builder.start();
        String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(status, command.waitFor(), said);
        return said;
    }
}

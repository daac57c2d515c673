package pbx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bundle in a framework of its own JVM, driven through real standard input, to its exit status. */
class LaunchTest {
    private record Ended(int status, List<String> lines) {}

    @TempDir
    Path folder;

    @Test
    void pipedCommandsRunAndExitEndsThePlatformWithOurStatus() throws Exception {
        Ended good = launch("pbx:await call ACTIVE 5\npbx:hangup --json\nexit\n");
        assertTrue(good.lines().get(0).matches("ready in \\d+ ms · console up · account up · softphone up"));
        assertEquals(
                "c1  demo  OUT  601 (Tone)  ACTIVE  audio CONNECTED",
                good.lines().get(1));
        assertTrue(good.lines().get(2).startsWith("{\"id\":\"c1\",\"account\":\"demo\","), good.lines()::toString);
        assertEquals(3, good.lines().size(), good.lines()::toString);
        assertEquals(0, good.status());
    }

    @Test
    void anErrorMakesTheStatusOneThoughTheLauncherSaysZero() throws Exception {
        Ended bad = launch("pbx:presence\nexit\n");
        assertTrue(bad.lines().get(1).startsWith("error: STOPPED presence is not running"), bad.lines()::toString);
        assertEquals(1, bad.status());
    }

    private Ended launch(String input) throws Exception {
        Path printed = folder.resolve("printed");
        Process child = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(printed.toFile())
                .start();
        try {
            try (OutputStream in = child.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            assertTrue(child.waitFor(60, TimeUnit.SECONDS), () -> "still running");
            return new Ended(child.exitValue(), Files.readAllLines(printed));
        } finally {
            child.destroyForcibly();
        }
    }

    private List<String> command() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dpbx.stdin=lines",
                "-Dfile.encoding=US-ASCII",
                "-cp",
                System.getProperty("java.class.path"),
                LaunchedPlatform.class.getName(),
                folder.resolve("storage").toString()));
        for (Class<?> inside : List.of(
                org.osgi.service.component.ComponentContext.class,
                org.osgi.util.promise.Promise.class,
                org.osgi.util.function.Function.class,
                org.apache.felix.scr.info.ScrInfo.class,
                Commands.class)) {
            command.add(Path.of(inside.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return command;
    }
}

package calllog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine that dies loses at most the last second. */
class KilledTest {
    private static final int CALLS = 400;
    /** More than a second's, however fast the machine is: of these anything may be missing. */
    private static final int LAST = 200;

    @TempDir
    Path folder;

    @Test
    void afterAKillTheFileOpensAndAtMostTheLastSecondIsMissing() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        NavigableMap<Long, String> written = new TreeMap<>();
        long killed;
        try (BufferedReader lines = writer.inputReader()) {
            for (String line = lines.readLine(); line != null && !enough(written); line = lines.readLine()) {
                written.put(System.nanoTime(), line);
            }
            killed = System.nanoTime();
        } finally {
            writer.destroyForcibly();
        }
        assertTrue(writer.waitFor(30, TimeUnit.SECONDS));
        assertEquals(128 + 9, writer.exitValue(), "killed, and not ended");
        try (History history = new History(folder)) {
            List<String> there = history.find("", Integer.MAX_VALUE).stream()
                    .map(Entry::call)
                    .collect(Collectors.toList());
            List<String> safe = List.copyOf(written.headMap(killed - TimeUnit.SECONDS.toNanos(1))
                            .values())
                    .stream()
                    .limit(written.size() - LAST)
                    .toList();
            assertTrue(
                    !safe.isEmpty() && there.containsAll(safe),
                    () -> safe.size() + " written in time, " + there.size());
        }
    }

    /** Also read for long enough: what was written while this side stood still is read at once. */
    private static boolean enough(NavigableMap<Long, String> written) {
        return written.size() >= CALLS && System.nanoTime() - written.firstKey() > TimeUnit.MILLISECONDS.toNanos(1_500);
    }

    /** The writer: a call every few milliseconds, and a line when it is recorded. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        History history = new History(Path.of(arguments[0]));
        for (int i = 0; ; i++) {
            Instant now = Instant.now();
            history.add(new Entry(0, "demo", "c" + i, "IN", "601", "Tone", now, Optional.empty(), now, "hung up"));
            System.out.println("c" + i);
            Thread.sleep(5);
        }
    }
}

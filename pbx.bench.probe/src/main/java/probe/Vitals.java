package probe;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What grows if something is left behind. No call is up while it is read, for collecting garbage stops audio. */
final class Vitals {
    private Vitals() {}

    /** Heap KiB after collection, resident KiB, Java threads, native threads, open files. */
    static String now() throws Exception {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(300); // the audio engine's threads end a little later than their call
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
        return heap + " " + status("VmRSS") + " "
                + ManagementFactory.getThreadMXBean().getThreadCount() + " " + status("Threads") + " " + files();
    }

    private static long status(String field) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(field + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static long files() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}

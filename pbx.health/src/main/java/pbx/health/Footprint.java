package pbx.health;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** This process, as the operating system sees it. */
public final class Footprint {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Footprint() {}

    /** Bytes of memory that the process holds now; empty where the system does not say (Linux does). */
    public static OptionalLong resident() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }

    /** Bytes outside the Java heap: what the audio engine, threads, code and buffers take. A heap not touched yet counts less. */
    public static OptionalLong outsideHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        OptionalLong resident = resident();
        return resident.isEmpty()
                ? resident
                : OptionalLong.of(Math.max(
                        0, resident.getAsLong() - memory.getHeapMemoryUsage().getCommitted()));
    }
}

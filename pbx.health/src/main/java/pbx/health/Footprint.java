package pbx.health;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
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

    /** Bytes outside the Java heap: what the audio engine, threads, code and buffers take. Of the heap counts what was ever used. */
    public static OptionalLong outsideHeap() {
        OptionalLong resident = resident();
        return resident.isEmpty() ? resident : OptionalLong.of(Math.max(0, resident.getAsLong() - heap()));
    }

    /** What was never used holds no memory, though it is committed: a fresh JVM commits more than it holds altogether. */
    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool ->
                        Math.min(pool.getPeakUsage().getUsed(), pool.getUsage().getCommitted()))
                .sum();
    }
}

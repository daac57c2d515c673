package pbx.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process and all that it started have used and hold, as Linux counts it.
 *
 * @param cpuMs processor time since their start
 * @param kib resident memory; what several share is divided among them (PSS)
 */
record Cost(double cpuMs, double kib) {
    private static final double TICK_MS = 10; // USER_HZ is 100 wherever Linux runs Java

    static Cost of(ProcessHandle root) throws IOException {
        double cpu = 0;
        double kib = 0;
        List<Long> pids = Stream.concat(Stream.of(root), root.descendants())
                .map(ProcessHandle::pid)
                .toList();
        for (long pid : pids) {
            Path proc = Path.of("/proc", String.valueOf(pid));
            if (Files.exists(proc)) {
                String stat = Files.readString(proc.resolve("stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                cpu += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MS;
                kib += pss(proc);
            }
        }
        return new Cost(cpu, kib);
    }

    private static double pss(Path proc) throws IOException {
        try (Stream<String> lines = Files.lines(proc.resolve("smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
                    .sum();
        }
    }
}

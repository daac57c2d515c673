package pbx.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import pbx.webrtc.engine.StandaloneEngine;

/** Makes, connects and closes pairs, one after the other, and prints how many KiB the process kept of each: a program of its own. */
final class PairLoop {
    private static final int WARMUP = 100;

    private PairLoop() {}

    /** {@code engine} or {@code bare}, and how many. */
    public static void main(String[] arguments) throws Exception {
        int pairs = Integer.parseInt(arguments[1]);
        StandaloneEngine engine = new StandaloneEngine();
        Pair.Maker maker = arguments[0].equals("engine") ? () -> new EnginePair(engine.engine()) : BarePair::new;
        repeat(maker, WARMUP);
        long before = resident();
        repeat(maker, pairs);
        System.out.println((resident() - before) / (double) pairs);
        System.exit(0); // webrtc-java's threads would keep the JVM
    }

    private static void repeat(Pair.Maker maker, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            maker.make().close();
        }
    }

    private static long resident() throws IOException {
        System.gc();
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

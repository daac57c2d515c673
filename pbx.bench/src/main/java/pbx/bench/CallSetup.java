package pbx.bench;

import java.util.Arrays;
import java.util.List;
import pbx.bench.Result.Series;

/**
 * From {@code dial} to ACTIVE with audio connected, warm, over the whole platform and the embedded PBX in one JVM; beside two
 * peer connections of bare webrtc-java that are joined without any signalling.
 */
final class CallSetup implements Measurement {
    private static final int RUNS = 3;
    private static final int CALLS = 100;
    private static final int WARMUP = 20;

    @Override
    public String name() {
        return "call.setup";
    }

    @Override
    public List<Result> run() throws Exception {
        double[][] ours = new double[RUNS][];
        double[][] bare = new double[RUNS][];
        for (int run = 0; run < RUNS; run++) {
            try (PlatformRun platform = new PlatformRun("setup " + CALLS + " " + WARMUP, 1)) {
                ours[run] = platform.lines(line -> {}).stream()
                        .mapToDouble(line -> Double.parseDouble(line.substring("setup ".length())))
                        .toArray();
            }
            bare[run] = BareWebRtc.setups(CALLS, WARMUP);
        }
        return List.of(result(".p50", 0.50, ours, bare), result(".p95", 0.95, ours, bare));
    }

    private Result result(String suffix, double share, double[][] ours, double[][] bare) {
        return new Result(
                name() + suffix, percentiles(ours, share), "ms", "bare webrtc-java", percentiles(bare, share));
    }

    private static Series percentiles(double[][] runs, double share) {
        return new Series(Arrays.stream(runs)
                .mapToDouble(run -> Arrays.stream(run)
                        .sorted()
                        .skip((long) (share * run.length))
                        .findFirst()
                        .orElseThrow())
                .toArray());
    }
}

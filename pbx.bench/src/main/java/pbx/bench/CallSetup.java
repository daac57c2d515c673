package pbx.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import pbx.bench.Result.Series;

/**
 * A call to the test tone, warm, with the PBX in another process, a moment after the one before. {@code call.setup}: from dialling to the first sound, beside
 * the browser client. {@code call.active}: from dialling to ACTIVE, beside two peer connections of bare webrtc-java in one
 * process that are joined without any signalling.
 */
final class CallSetup implements Measurement {
    private static final int RUNS = 3;
    private static final int CALLS = 60;
    private static final int WARMUP = 30;
    /** Long enough for the call before to be gone, at both ends. */
    private static final int PAUSE_MS = 300;

    private static final String SCENARIO = "setup " + CALLS + " " + WARMUP + " " + PAUSE_MS;

    @Override
    public String name() {
        return "call.setup";
    }

    @Override
    public List<Result> run() throws Exception {
        double[][] active = new double[RUNS][];
        double[][] sound = new double[RUNS][];
        double[][] browser = new double[RUNS][];
        double[][] bare = new double[RUNS][];
        for (int run = 0; run < RUNS; run++) {
            try (PbxRun pbx = new PbxRun()) {
                List<String> ours = ours(pbx);
                active[run] = column(ours, 1);
                sound[run] = column(ours, 2);
                try (ChromiumRun chromium = new ChromiumRun(SCENARIO, pbx)) {
                    browser[run] = column(chromium.lines(line -> {}), 1);
                }
            }
            bare[run] = BareWebRtc.setups(CALLS, WARMUP);
        }
        return List.of(
                result("call.setup", 0.50, sound, "browser client", browser),
                result("call.setup", 0.95, sound, "browser client", browser),
                result("call.active", 0.50, active, "bare webrtc-java", bare),
                result("call.active", 0.95, active, "bare webrtc-java", bare));
    }

    private static List<String> ours(PbxRun pbx) throws Exception {
        try (PlatformRun platform = new PlatformRun(SCENARIO, pbx.url(), 1)) {
            return platform.lines(line -> {});
        }
    }

    private static double[] column(List<String> lines, int column) throws IOException {
        if (lines.size() != CALLS) {
            throw new IOException(lines.size() + " calls were measured");
        }
        return lines.stream()
                .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[column]))
                .toArray();
    }

    private static Result result(String name, double share, double[][] ours, String against, double[][] others) {
        String suffix = ".p" + Math.round(100 * share);
        return new Result(name + suffix, percentiles(ours, share), "ms", against, percentiles(others, share));
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

package pbx.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import pbx.bench.Result.Series;

/**
 * What one call with sound both ways costs more than none: processor time and memory of all of the client's processes, beside
 * the browser client with as many calls at the same PBX. And what of it is the library's: one end of as many calls between
 * peers of bare webrtc-java, in the form that costs least.
 */
final class CallCost implements Measurement {
    private static final int RUNS = 3;
    private static final int CALLS = 8;
    private static final int SECONDS = 10;
    private static final int ENDS = 2;
    private static final String BROWSER = "browser client";
    private static final String SCENARIO = "talk " + CALLS + " " + SECONDS;

    @Override
    public String name() {
        return "call.cost";
    }

    @Override
    public int seconds() {
        return 320;
    }

    @Override
    public List<Result> run() throws Exception {
        double[][] ours = new double[2][RUNS];
        double[][] browser = new double[2][RUNS];
        double[][] bare = new double[2][RUNS];
        for (int run = 0; run < RUNS; run++) {
            try (PbxRun pbx = new PbxRun()) {
                try (PlatformRun platform = new PlatformRun(SCENARIO, pbx.url(), CALLS)) {
                    new Stages(platform.handle()).of(platform::lines, ours, run);
                }
                try (ChromiumRun chromium = new ChromiumRun(SCENARIO, pbx)) {
                    new Stages(chromium.handle()).of(chromium::lines, browser, run);
                }
            }
            List<PairRun.Step> steps = new PairRun("shared").goodUpTo(CALLS);
            PairRun.Step pairs = steps.get(steps.size() - 1);
            bare[0][run] = pairs.cpu() / ENDS;
            bare[1][run] = pairs.kib() / ENDS;
        }
        return List.of(
                new Result("call.cost.cpu", new Series(ours[0]), "ms/s", BROWSER, new Series(browser[0])),
                new Result("call.cost.memory", new Series(ours[1]), "KiB", BROWSER, new Series(browser[1])),
                new Result("call.cost.cpu.library", new Series(bare[0]), "ms/s", BROWSER, new Series(browser[0])),
                new Result("call.cost.memory.library", new Series(bare[1]), "KiB", BROWSER, new Series(browser[1])));
    }

    /** A client that says how far it is. */
    private interface Client {
        List<String> lines(Consumer<String> progress) throws Exception;
    }

    /** The cost when the client began to be idle, to talk, and when it ended. */
    private static final class Stages {
        private final ProcessHandle root;
        private final Map<String, Cost> at = new HashMap<>();

        Stages(ProcessHandle root) {
            this.root = root;
        }

        void of(Client client, double[][] into, int run) throws Exception {
            client.lines(this::reached);
            double idle = at.get("idled").cpuMs() - at.get("idle").cpuMs();
            double talking = at.get("talked").cpuMs() - at.get("talking").cpuMs();
            into[0][run] = (talking - idle) / SECONDS / CALLS;
            into[1][run] = (at.get("talked").kib() - at.get("idled").kib()) / CALLS;
        }

        private void reached(String stage) {
            try {
                at.put(stage, Cost.of(root));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package pbx.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import pbx.bench.Result.Series;

/**
 * Frames a second from the socket to a plugin's listener, in the mix of a busy tenant; beside a bare Jetty client that reads
 * each into a Jackson tree. Both in a JVM of their own and warm, both answer every thousandth frame, and no more than a
 * thousand are under way. By turns. And how often a listener on the platform was so far behind that it was spared frames,
 * after which the picture is asked for: then not all was done.
 */
final class WireThroughput implements Measurement {
    private static final int WINDOW = 1_000;
    /** Until both are compiled: the platform's JVM takes its time with it, and after 60 neither was at half of its speed. */
    private static final int WARM_UP = 1_500;

    private static final int WINDOWS = 100;
    private static final int RUNS = 15;
    /** What the platform has not told all its listeners yet is not to disturb who comes next. */
    private static final int PAUSE_MS = 500;

    @Override
    public String name() {
        return "wire.throughput";
    }

    @Override
    public List<Result> run() throws Exception {
        byte[][] frames = new byte[WINDOW][];
        for (int i = 0; i < WINDOW; i++) {
            frames[i] = FeedServer.frame(text(i));
        }
        double[] ours = new double[RUNS];
        double[] bare = new double[RUNS];
        int spared;
        try (FeedServer server = new FeedServer();
                PlatformRun platform = new PlatformRun("wire " + WINDOW, server.url(), 1)) {
            FeedServer.Client plugin = server.client(60);
            try (BareClient other = new BareClient("throughput", server.url())) {
                FeedServer.Client client = server.client(60);
                int asked = 0;
                for (int run = -1; run < RUNS; run++) {
                    double told = rate(plugin, frames, run < 0 ? WARM_UP : WINDOWS);
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
                    double read = rate(client, frames, run < 0 ? WARM_UP : WINDOWS);
                    if (run >= 0) {
                        ours[run] = told;
                        bare[run] = read;
                    } else {
                        asked = plugin.asked.get();
                    }
                }
                TimeUnit.MILLISECONDS.sleep(4 * PAUSE_MS); // until it would have been asked for
                spared = plugin.asked.get() - asked;
            }
        }
        return List.of(
                new Result(
                        name(), new Series(ours), "frames/s", "bare Jetty client and Jackson tree", new Series(bare)),
                Result.alone(name() + ".spared", new Series(spared), ""));
    }

    private static double rate(FeedServer.Client client, byte[][] frames, int windows) throws Exception {
        long began = System.nanoTime();
        for (int i = 0; i < windows; i++) {
            for (byte[] frame : frames) {
                client.send(frame);
            }
            client.flush();
            client.ack();
        }
        return windows * (double) WINDOW / ((System.nanoTime() - began) / 1e9);
    }

    /** Seven of ten are somebody's state, two a lamp, one the list of calls. */
    static String text(int i) {
        return switch (i % 10) {
            case 3, 6 ->
                "{\"action\":\"blf\",\"extension\":\"" + (100_000 + i) + "\",\"state\":\""
                        + (i % 20 < 10 ? "busy" : "idle") + "\"}";
            case 9 -> calls(i);
            default -> Tenant10k.change(i);
        };
    }

    private static String calls(int i) {
        StringBuilder rows = new StringBuilder();
        for (int call = 0; call < 4; call++) {
            rows.append(call == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(call)
                    .append("\",\"callid\":\"c")
                    .append(call)
                    .append("@tenant\",\"state\":\"")
                    .append(i % 20 < 10 ? "alerting" : "connected")
                    .append("\",\"from\":\"\\\"Alice\\\" <sip:+1555555010")
                    .append(call)
                    .append("@tenant.example>\",\"to\":\"<sip:")
                    .append(100_000 + call)
                    .append("@tenant.example>\",\"start\":1767225600.25}");
        }
        return "{\"action\":\"call-state\",\"calls\":[" + rows + "]}";
    }
}

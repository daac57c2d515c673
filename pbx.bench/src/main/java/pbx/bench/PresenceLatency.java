package pbx.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import pbx.bench.Result.Series;

/**
 * 1,000 changes of presence a second: from the frame on the socket until the answer of who was told is back there; of a
 * plugin's listener on the platform, and of a page in headless Chromium that reads the same frames into a table. Each way there
 * is the same way back, so that one clock serves.
 */
final class PresenceLatency implements Measurement {
    private static final int RATE = 1_000;
    private static final int COUNT = 5 * RATE;
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "presence.latency";
    }

    @Override
    public int seconds() {
        return 70;
    }

    @Override
    public List<Result> run() throws Exception {
        double[][] ours = new double[2][RUNS];
        double[][] page = new double[2][RUNS];
        try (FeedServer server = new FeedServer();
                PlatformRun platform = new PlatformRun("latency", server.url(), 1)) {
            FeedServer.Client plugin = server.client(60);
            String socket = FeedServer.socket(server.url()).toString();
            try (ChromiumRun chromium =
                    new ChromiumRun("latency.html", "socket=" + URLEncoder.encode(socket, StandardCharsets.UTF_8))) {
                FeedServer.Client browser = server.client(60);
                for (int run = -1; run < RUNS; run++) {
                    int first = (run + 1) * COUNT; // a stamp that was seen is no change
                    note(ours, run, feed(plugin, first));
                    note(page, run, feed(browser, first));
                }
            }
        }
        String against = "a page in headless Chromium";
        return List.of(
                new Result(name() + ".p50", new Series(ours[0]), "us", against, new Series(page[0])),
                new Result(name() + ".p99", new Series(ours[1]), "us", against, new Series(page[1])));
    }

    /** The first run warms up. */
    private static void note(double[][] to, int run, long[] took) {
        if (run >= 0) {
            to[0][run] = took[took.length / 2] / 1e3;
            to[1][run] = took[took.length * 99 / 100] / 1e3;
        }
    }

    private static long[] feed(FeedServer.Client client, int first) throws Exception {
        byte[][] frames = new byte[COUNT][];
        Arrays.setAll(frames, i -> FeedServer.frame(Tenant10k.change(first + i)));
        long[] sent = new long[COUNT];
        long began = System.nanoTime();
        for (int i = 0; i < COUNT; i++) {
            long due = began + i * 1_000_000_000L / RATE;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sent[i] = System.nanoTime();
            client.send(frames[i]);
            client.flush();
        }
        long[] took = new long[COUNT];
        for (int i = 0; i < COUNT; i++) {
            long[] ack = client.ack();
            took[(int) ack[0] - first] = ack[1] - sent[(int) ack[0] - first];
        }
        Arrays.sort(took);
        return took;
    }
}

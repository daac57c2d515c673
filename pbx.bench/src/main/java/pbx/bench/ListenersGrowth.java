package pbx.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import pbx.api.AccountId;
import pbx.bench.Result.Series;
import pbx.presence.PresenceBoard;
import pbx.transport.Json;

/** From the text of one change until the last of 1 to 100 listeners is told, each on a queue and a thread of its own; beside one. */
final class ListenersGrowth implements Measurement {
    private static final int[] COUNTS = {1, 3, 10, 30, 100};
    private static final int CHANGES = 1_000;
    private static final int WARM_UP = 5;
    private static final int RUNS = 9;
    private static final AccountId ACCOUNT = new AccountId("bench");

    private final Json json = new Json();

    @Override
    public String name() {
        return "listeners.growth";
    }

    @Override
    public List<Result> run() throws InterruptedException {
        double[][] took = new double[COUNTS.length][RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            for (int count = 0; count < COUNTS.length; count++) {
                double median = median(COUNTS[count]);
                if (run >= 0) {
                    took[count][run] = median;
                }
            }
        }
        List<Result> results = new ArrayList<>();
        for (int count = 1; count < COUNTS.length; count++) {
            results.add(new Result(
                    name() + "." + COUNTS[count], new Series(took[count]), "us", "one listener", new Series(took[0])));
        }
        return results;
    }

    /** Microseconds, of changes that come one after the other. */
    private double median(int listeners) throws InterruptedException {
        PresenceBoard board = new PresenceBoard();
        try {
            CountDownLatch[] told = new CountDownLatch[CHANGES];
            Arrays.setAll(told, i -> new CountDownLatch(listeners));
            for (int i = 0; i < listeners; i++) {
                board.listen(
                        change -> change.after()
                                .ifPresent(
                                        who -> told[Integer.parseInt(who.other().get("tag"))].countDown()),
                        "bench");
            }
            double[] took = new double[CHANGES];
            for (int i = 0; i < CHANGES; i++) {
                String text = Tenant10k.change(i);
                long began = System.nanoTime();
                board.received(ACCOUNT, json.message(text).orElseThrow());
                told[i].await();
                took[i] = (System.nanoTime() - began) / 1e3;
            }
            return new Series(took).median();
        } finally {
            board.stop();
        }
    }
}

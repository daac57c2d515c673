package pbx.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import pbx.api.AccountId;
import pbx.api.connection.Message;
import pbx.bench.Result.Series;
import pbx.presence.PresenceBoard;
import pbx.transport.Json;

/**
 * What an account and a change cost in tenants of 10 to 10,000: a picture until its last account is told, for each account;
 * and changes as fast as they are taken, for each change. Each size beside the smallest. Every run of every size is of as many
 * accounts and changes, by turns.
 */
final class PresenceGrowth implements Measurement {
    private static final int[] SIZES = {10, 100, 1_000, 10_000};
    private static final int VOLUME = 10_000;
    private static final int WARM_UP = 60;
    private static final int RUNS = 15;
    private static final AccountId ACCOUNT = new AccountId("bench");
    private static final Json JSON = new Json();

    @Override
    public String name() {
        return "presence.growth";
    }

    @Override
    public List<Result> run() throws InterruptedException {
        double[][] pictures = new double[SIZES.length][RUNS];
        double[][] changes = new double[SIZES.length][RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            for (int size = 0; size < SIZES.length; size++) {
                double picture = pictures(SIZES[size]);
                double change = changes(SIZES[size]);
                if (run >= 0) {
                    pictures[size][run] = picture;
                    changes[size][run] = change;
                }
            }
        }
        List<Result> results = new ArrayList<>();
        for (int size = 1; size < SIZES.length; size++) {
            results.add(point("account.", size, pictures));
        }
        for (int size = 1; size < SIZES.length; size++) {
            results.add(point("change.", size, changes));
        }
        return results;
    }

    private Result point(String what, int size, double[][] took) {
        return new Result(
                name() + "." + what + SIZES[size],
                new Series(took[size]),
                "us",
                "in a tenant of " + SIZES[0],
                new Series(took[0]));
    }

    /** Microseconds for each account. */
    private static double pictures(int size) throws InterruptedException {
        String text = Tenant10k.picture(size);
        double ms = 0;
        for (int i = 0; i < VOLUME / size; i++) {
            ms += PresenceSnapshot.told(text, size);
        }
        return ms * 1e3 / VOLUME;
    }

    /** Microseconds for each change. Those of one account that wait are told as one, so only the last is waited for. */
    private static double changes(int size) throws InterruptedException {
        String last = "" + (VOLUME - 1);
        PresenceBoard board = new PresenceBoard();
        try {
            CountDownLatch known = new CountDownLatch(size);
            CountDownLatch seen = new CountDownLatch(1);
            board.listen(
                    change -> {
                        known.countDown();
                        if (change.after()
                                .filter(who -> last.equals(who.other().get("tag")))
                                .isPresent()) {
                            seen.countDown();
                        }
                    },
                    "bench");
            board.received(ACCOUNT, message(Tenant10k.picture(size)));
            known.await();
            String[] texts = new String[VOLUME];
            for (int i = 0; i < VOLUME; i++) {
                texts[i] = Tenant10k.change(i, size);
            }
            long began = System.nanoTime();
            for (String text : texts) {
                board.received(ACCOUNT, message(text));
            }
            seen.await();
            return (System.nanoTime() - began) / 1e3 / VOLUME;
        } finally {
            board.stop();
        }
    }

    private static Message message(String text) {
        return JSON.message(text).orElseThrow();
    }
}

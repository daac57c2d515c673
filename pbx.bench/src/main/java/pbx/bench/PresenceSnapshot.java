package pbx.bench;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pbx.api.AccountId;
import pbx.presence.PresenceBoard;
import pbx.transport.Json;

/** From the text of a picture of 10,000 accounts until a listener has been told of the last; beside reading the JSON alone. */
final class PresenceSnapshot implements Measurement {
    private static final int WARM_UP = 150;
    private static final Json JSON = new Json();
    private static final String ONE = Tenant10k.picture(1);
    private static final int RUNS = 15;

    @Override
    public String name() {
        return "presence.snapshot";
    }

    @Override
    public List<Result> run() throws InterruptedException {
        String text = Tenant10k.picture();
        double[] ours = new double[RUNS];
        double[] bare = new double[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            double told = told(text, Tenant10k.ACCOUNTS);
            double bound = bound(text);
            if (i >= 0) {
                ours[i] = told;
                bare[i] = bound;
            }
        }
        return List.of(new Result(
                name(), new Result.Series(ours), "ms", "Jackson reads the same text", new Result.Series(bare)));
    }

    /** Milliseconds for a picture of so many, on a board that is running. */
    static double told(String text, int accounts) throws InterruptedException {
        PresenceBoard board = new PresenceBoard();
        try {
            CountDownLatch told = new CountDownLatch(accounts);
            CountDownLatch begun = new CountDownLatch(1);
            board.listen(change -> (begun.getCount() > 0 ? begun : told).countDown(), "bench");
            board.received(new AccountId("another"), JSON.message(ONE).orElseThrow()); // its threads run now
            begun.await();
            long began = System.nanoTime();
            board.received(new AccountId("bench"), JSON.message(text).orElseThrow());
            if (!told.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException(told.getCount() + " accounts were never told");
            }
            return (System.nanoTime() - began) / 1e6;
        } finally {
            board.stop();
        }
    }

    private static double bound(String text) {
        long began = System.nanoTime();
        if (Tenant10k.parse(text).isEmpty()) { // and so it is not optimized away
            throw new IllegalStateException("nothing was read");
        }
        return (System.nanoTime() - began) / 1e6;
    }
}

package pbx.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import pbx.api.AccountId;
import pbx.presence.PresenceBoard;
import pbx.transport.Json;

/**
 * 1,000 changes a second for 10 s in a tenant of 10,000: from the text of a change until a listener sees it; beside putting
 * the same into a HashMap and calling back. Then what the heap holds after a first and after a fourth quarter of a longer feed.
 */
final class PresenceChanges implements Measurement {
    private static final int RATE = 1_000;
    private static final int COUNT = 10 * RATE;
    private static final int RUNS = 3;
    private static final int QUARTERS = 4;
    private static final Json JSON = new Json();
    private static final AccountId ACCOUNT = new AccountId("bench");

    private volatile Feed feed;
    private int stamp;

    @Override
    public String name() {
        return "presence.changes";
    }

    @Override
    public List<Result> run() throws InterruptedException {
        PresenceBoard board = new PresenceBoard();
        try {
            picture(board);
            Feed[] ours = new Feed[RUNS];
            Feed[] bare = new Feed[RUNS];
            Map<String, Object> map = new HashMap<>();
            through(board, 0);
            past(map, 0);
            for (int i = 0; i < RUNS; i++) {
                ours[i] = through(board, RATE);
                bare[i] = past(map, RATE);
            }
            return List.of(
                    result("p50", 0.5, ours, bare),
                    result("p99", 0.99, ours, bare),
                    result("worst", 1, ours, bare),
                    memory(board));
        } finally {
            board.stop();
        }
    }

    private void picture(PresenceBoard board) throws InterruptedException {
        CountDownLatch known = new CountDownLatch(Tenant10k.ACCOUNTS);
        board.listen(
                change -> {
                    known.countDown();
                    Feed now = feed;
                    if (now != null) {
                        change.after().ifPresent(p -> now.seen(p.other().get("tag")));
                    }
                },
                "bench");
        board.received(ACCOUNT, JSON.message(Tenant10k.picture()).orElseThrow());
        known.await();
    }

    private Feed next() {
        feed = new Feed(stamp, COUNT);
        stamp += COUNT;
        return feed;
    }

    private Feed through(PresenceBoard board, int rate) throws InterruptedException {
        Feed now = next();
        now.run(rate, text -> board.received(ACCOUNT, JSON.message(text).orElseThrow()));
        return now;
    }

    private Feed past(Map<String, Object> map, int rate) throws InterruptedException {
        Feed now = next();
        now.run(rate, text -> {
            Map<String, Object> fields = Tenant10k.parse(text);
            map.put((String) fields.get("account"), fields);
            now.seen((String) fields.get("tag"));
        });
        return now;
    }

    private Result result(String what, double part, Feed[] ours, Feed[] bare) {
        return new Result(
                name() + "." + what,
                percentiles(ours, part),
                "us",
                "HashMap put and callback",
                percentiles(bare, part));
    }

    private static Result.Series percentiles(Feed[] feeds, double part) {
        return new Result.Series(
                Arrays.stream(feeds).mapToDouble(f -> f.percentile(part)).toArray());
    }

    private Result memory(PresenceBoard board) throws InterruptedException {
        double[] after = new double[QUARTERS];
        for (int i = 0; i < QUARTERS; i++) {
            through(board, 0);
            through(board, 0);
            after[i] = held();
        }
        return new Result(
                name() + ".memory",
                new Result.Series(after[QUARTERS - 1]),
                "MB",
                "after the first quarter",
                new Result.Series(after[0]));
    }

    /** What lives on the heap. */
    private double held() {
        feed = null;
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}

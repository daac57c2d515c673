package pbx.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import pbx.api.AccountId;
import pbx.api.connection.Message;
import pbx.api.presence.Presence;
import pbx.presence.PresenceBoard;

/** One search for 20 people among 10,000, as somebody types; beside looking at everybody's lower-case name. */
final class PresenceSearch implements Measurement {
    private static final int RUNS = 7;
    private static final int SEARCHES = 2_000;
    private static final int MOST = 20;

    @Override
    public String name() {
        return "presence.search";
    }

    @Override
    public List<Result> run() throws InterruptedException {
        PresenceBoard board = new PresenceBoard();
        try {
            CountDownLatch known = new CountDownLatch(Tenant10k.ACCOUNTS);
            board.listen(change -> known.countDown(), "bench");
            board.received(new AccountId("bench"), Message.from(Tenant10k.parse(Tenant10k.picture())));
            known.await();
            List<Presence> all = board.list();
            double[] ours = new double[RUNS];
            double[] scan = new double[RUNS];
            for (int run = -2; run < RUNS; run++) {
                double searched = each(text -> board.search(text, MOST).size());
                double scanned = each(text -> scan(all, text));
                if (run >= 0) {
                    ours[run] = searched;
                    scan[run] = scanned;
                }
            }
            return List.of(
                    new Result(name(), new Result.Series(ours), "us", "a scan of everybody", new Result.Series(scan)));
        } finally {
            board.stop();
        }
    }

    /** Microseconds for one. */
    private static double each(ToIntFunction<String> search) {
        int found = 0;
        long began = System.nanoTime();
        for (int i = 0; i < SEARCHES; i++) {
            found += search.applyAsInt((i % 2 == 0 ? "last" : "First") + i);
        }
        if (found == 0) {
            throw new IllegalStateException("nobody was found");
        }
        return (System.nanoTime() - began) / 1e3 / SEARCHES;
    }

    private static int scan(List<Presence> all, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Presence> found = new ArrayList<>();
        for (Presence who : all) {
            String name = who.name().toLowerCase(Locale.ROOT);
            if (name.startsWith(wanted)
                    || name.contains(" " + wanted)
                    || who.number().startsWith(wanted)) {
                found.add(who);
                if (found.size() == MOST) {
                    break;
                }
            }
        }
        return found.size();
    }
}

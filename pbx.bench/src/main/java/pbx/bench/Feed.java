package pbx.bench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Changes at a steady rate, and when each was received and seen. */
final class Feed {
    private final String[] texts;
    private final long[] received;
    private final long[] seen;
    private final CountDownLatch open;
    private final int first;

    /** @param first the stamp of the first change */
    Feed(int first, int count) {
        this.first = first;
        texts = new String[count];
        Arrays.setAll(texts, i -> Tenant10k.change(first + i));
        received = new long[count];
        seen = new long[count];
        open = new CountDownLatch(count);
    }

    /**
     * Runs the feed and waits until all is seen.
     *
     * @param perSecond 0: as fast as they are taken
     */
    void run(int perSecond, Consumer<String> to) throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < texts.length; i++) {
            long due = perSecond == 0 ? 0 : began + i * 1_000_000_000L / perSecond;
            while (perSecond > 0 && System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            received[i] = System.nanoTime();
            to.accept(texts[i]);
        }
        if (!open.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.getCount() + " changes were never seen");
        }
    }

    /** By whom it was told; others' stamps are not counted. */
    void seen(String stamp) {
        if (stamp != null && Character.isDigit(stamp.charAt(0))) {
            int i = Integer.parseInt(stamp) - first;
            if (i >= 0 && i < seen.length && seen[i] == 0) {
                seen[i] = System.nanoTime();
                open.countDown();
            }
        }
    }

    /** In microseconds. */
    double percentile(double part) {
        long[] took = new long[seen.length];
        Arrays.setAll(took, i -> seen[i] - received[i]);
        Arrays.sort(took);
        return took[(int) Math.min(took.length - 1L, Math.round(part * took.length))] / 1e3;
    }
}

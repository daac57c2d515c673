package pbx.listeners;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How much one consumer may ask for: as much at once as anybody could need, and in the long run no more than costs its
 * neighbours nothing, since all share a provider's one writer thread. From any thread.
 */
final class Allowance {
    /** At once: a whole tenant's worth of questions. */
    static final int BURST = 10_000;

    /** In the long run. */
    static final int PER_SECOND = 1_000;

    private final LongSupplier clock;
    // guarded by this
    private double left = BURST;
    private long at;
    private boolean told;

    /** @param clock nanoseconds */
    Allowance(LongSupplier clock) {
        this.clock = clock;
        at = clock.getAsLong();
    }

    /** Takes one, if there is one. */
    synchronized boolean take() {
        long now = clock.getAsLong();
        left = Math.min(BURST, left + (now - at) * (double) PER_SECOND / TimeUnit.SECONDS.toNanos(1));
        at = now;
        told &= left < BURST / 2.0;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** Whether a refusal is to be logged: once, until the consumer has calmed down. */
    synchronized boolean isNews() {
        boolean news = !told;
        told = true;
        return news;
    }
}

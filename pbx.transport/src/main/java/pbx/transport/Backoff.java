package pbx.transport;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Waiting times between tries: full jitter, so that a thousand clients do not come back as one. Never gives up.
 *
 * <p>For 15 s after a good link was lost (or the network changed) the tries are eager: each waits at most 0.75 s, and
 * lasts at most 1.5 s for each of its two steps, so that after an outage of up to about 12 s the link is there again within
 * 2.3 s and the time a login takes. For as long as somebody waits for the link ({@link #urgent}) they stay eager and each
 * waits at most 0.25 s: after any outage the link is there again within a second (after so long TCP itself knocks again, and a
 * try that is older makes room for the next) and the time a login takes.
 *
 * <p>A link that is lost again and again within 10 s of being good (another device takes its place, or the PBX falls down over
 * it) is no longer tried eagerly after the tenth time, until it has lasted.
 *
 * <p>Later, and for a link that never was good: up to 0.25, 0.5, 1, 2, 4, 8, 16, 30, 30 ... s (the first are short for a PBX that
 * starts together with the platform), with 10 s of patience for each step.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration EAGER_FIRST = Duration.ofMillis(750);
    private static final Duration CAP = Duration.ofSeconds(30);
    private static final Duration EAGER = Duration.ofSeconds(15);
    private static final Duration EAGER_PATIENCE = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LASTING = Duration.ofSeconds(10);
    private static final int MOST_SHORT = 10;

    private final DoubleSupplier random;
    private final LongSupplier nanos;
    private Duration usual = Duration.ZERO;
    private int tries;
    private boolean good;
    private long goodSince;
    /** How many links in a row did not last. */
    private int shortOnes;

    private long eagerSince;
    private boolean eager;
    private boolean urgent;

    /**
     * @param random gives values from 0 to 1
     * @param nanos a clock that only goes forward
     */
    Backoff(DoubleSupplier random, LongSupplier nanos) {
        this.random = random;
        this.nanos = nanos;
    }

    /** The link is good. */
    void good() {
        if (!good) { // each renewal says it again
            good = true;
            goodSince = nanos.getAsLong();
        }
        eager = false;
        urgent = false;
    }

    /** The link is lost; only one that was good makes the next tries eager. */
    void lost() {
        if (good) {
            good = false;
            boolean lasted = nanos.getAsLong() - goodSince >= LASTING.toNanos();
            shortOnes = lasted ? 0 : shortOnes + 1;
            if (shortOnes <= MOST_SHORT) {
                hurry();
            }
        }
    }

    /** Something has changed outside: it is worth trying as if a good link had just been lost. */
    void hurry() {
        tries = 0;
        eager = true;
        eagerSince = nanos.getAsLong();
    }

    /** Somebody waits for the link, from now on for 15 s. False if that was known: nothing need be begun anew. */
    boolean urgent() {
        boolean known = eager() && urgent;
        eager = true;
        urgent = true;
        eagerSince = nanos.getAsLong();
        return !known;
    }

    Duration next() {
        long ceiling = eager()
                ? (urgent ? FIRST : EAGER_FIRST).toMillis()
                : Math.min(CAP.toMillis(), FIRST.toMillis() << Math.min(tries++, 10));
        return Duration.ofMillis((long) (random.getAsDouble() * ceiling));
    }

    /** A step of a try succeeded, after so long: on a slow network even the eager tries have three times that. */
    void took(Duration step) {
        usual = step;
    }

    /** How long the next try may wait for each of its two steps. */
    Duration patience() {
        Duration slow = usual.multipliedBy(3);
        Duration eagerly = slow.compareTo(EAGER_PATIENCE) > 0 ? slow : EAGER_PATIENCE;
        return eager() && eagerly.compareTo(PATIENCE) < 0 ? eagerly : PATIENCE;
    }

    private boolean eager() {
        eager = eager && nanos.getAsLong() - eagerSince < EAGER.toNanos();
        urgent &= eager;
        return eager;
    }
}

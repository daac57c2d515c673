package pbx.transport;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Waiting times between tries: full jitter, so that a thousand clients do not come back as one. Never gives up. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration CAP = Duration.ofSeconds(30);

    private final DoubleSupplier random;
    private int tries;

    /** @param random gives values from 0 to 1 */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    Duration next() {
        long ceiling = Math.min(CAP.toMillis(), FIRST.toMillis() << Math.min(tries++, 10));
        return Duration.ofMillis((long) (random.getAsDouble() * ceiling));
    }

    void reset() {
        tries = 0;
    }
}

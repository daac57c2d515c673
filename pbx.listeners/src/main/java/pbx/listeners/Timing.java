package pbx.listeners;

import java.time.Duration;

/** How long deliveries to one listener take. Guarded by its owner's lock. */
final class Timing {
    private static final int REMEMBERED = 100;

    private final long[] latencies = new long[REMEMBERED];
    private long delivered;
    private long began;

    void begin(long now) {
        began = now;
    }

    /** @param told when the event came, as {@link System#nanoTime} */
    void end(long told, long now) {
        latencies[(int) (delivered++ % REMEMBERED)] = now - told;
        began = 0;
    }

    long delivered() {
        return delivered;
    }

    Duration slowest() {
        long slowest = 0;
        for (long latency : latencies) {
            slowest = Math.max(slowest, latency);
        }
        return Duration.ofNanos(slowest);
    }

    Duration busy(long now) {
        return began == 0 ? Duration.ZERO : Duration.ofNanos(now - began);
    }
}

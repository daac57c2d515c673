package pbx.api.plugin;

import java.time.Duration;
import java.util.Objects;

/**
 * How delivery to one listener stands. Immutable.
 *
 * @param bundle symbolic name of the bundle that registered the listener
 * @param kind what it is, for example {@code CallListener}
 * @param delivered how many events it was told
 * @param waiting how many wait for it
 * @param latency from the event to the return of the listener, of the slowest of the last 100
 * @param busy for how long it has been at one event without returning; zero between two
 * @param quarantined it fell behind beyond its bound, and is told no more until it is released
 */
public record Delivery(
        String bundle, String kind, long delivered, int waiting, Duration latency, Duration busy, boolean quarantined) {
    public Delivery {
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(latency, "latency");
        Objects.requireNonNull(busy, "busy");
    }
}

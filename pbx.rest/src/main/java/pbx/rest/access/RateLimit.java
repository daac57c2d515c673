package pbx.rest.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A bucket for each client: it holds {@code burst} requests and is refilled at {@code rate} a second. */
public final class RateLimit {
    private static final int MOST_CLIENTS = 10_000;

    private final double rate;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    public RateLimit(double rate, int burst, LongSupplier nanos) {
        this.rate = Math.max(rate, 0.001);
        this.burst = Math.max(burst, 1);
        this.nanos = nanos;
    }

    /** Takes one request from the client's bucket; where it is empty, says how long to wait. */
    public synchronized Optional<Duration> take(String client) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.getOrDefault(client, new Bucket(burst, now));
        double full = Math.min(burst, bucket.left() + rate * (now - bucket.at()) / 1e9);
        boolean granted = full >= 1;
        buckets.put(client, new Bucket(granted ? full - 1 : full, now));
        return granted ? Optional.empty() : Optional.of(Duration.ofNanos((long) ((1 - full) / rate * 1e9)));
    }

    private record Bucket(double left, long at) {}
}

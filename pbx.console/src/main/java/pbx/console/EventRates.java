package pbx.console;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Plugin;

/** How many events a second each plugin is told: the difference of two looks, a second apart at least. */
final class EventRates {
    private static final double LEAST_SECONDS = 1;

    private record Look(long delivered, long nanos, double rate) {}

    private final LongSupplier nanos;
    private final Map<String, Look> looks = new HashMap<>();

    EventRates(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized double of(Plugin plugin) {
        long now = nanos.getAsLong();
        long delivered =
                plugin.deliveries().stream().mapToLong(Delivery::delivered).sum();
        Look before = looks.get(plugin.file());
        if (before == null) {
            looks.put(plugin.file(), new Look(delivered, now, 0));
            return 0;
        }
        double seconds = (now - before.nanos()) / (double) TimeUnit.SECONDS.toNanos(1);
        if (seconds < LEAST_SECONDS) {
            return before.rate();
        }
        // a plugin that was started anew counts from zero
        double rate = Math.max(0, delivered - before.delivered()) / seconds;
        looks.put(plugin.file(), new Look(delivered, now, rate));
        return rate;
    }
}

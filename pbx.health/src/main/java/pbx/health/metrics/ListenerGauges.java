package pbx.health.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import pbx.api.plugin.Delivery;
import pbx.health.Loops;
import pbx.health.Platform;

/** How the event loops and the queues of the listeners keep up. */
final class ListenerGauges implements Gauges {
    private final Platform platform;
    private final Loops loops;
    private final Rows lag;
    private final Rows waiting;
    private final Rows delivered;
    private final Rows latency;
    private final Rows quarantined;

    ListenerGauges(MeterRegistry registry, Platform platform, Loops loops) {
        this.platform = platform;
        this.loops = loops;
        lag = Rows.seconds(registry, "pbx.loop.lag", "How long a command waits before the event loop looks at it");
        waiting = new Rows(registry, "pbx.listener.waiting", "Events that wait for a listener");
        delivered = new Rows(registry, "pbx.listener.delivered", "Events that a listener was told since it came");
        latency = Rows.seconds(
                registry, "pbx.listener.latency", "From the event to the listener's return, slowest of the last 100");
        quarantined = new Rows(registry, "pbx.listener.quarantined", "1: the listener fell behind and is told no more");
    }

    @Override
    public void read() {
        lag.show(
                loops.lags().entrySet(),
                loop -> Tags.of("loop", loop.getKey()),
                (Map.Entry<String, Duration> loop) -> Rows.seconds(loop.getValue()));
        List<Delivery> all = platform.deliveries();
        waiting.show(all, ListenerGauges::labels, Delivery::waiting);
        delivered.show(all, ListenerGauges::labels, Delivery::delivered);
        latency.show(all, ListenerGauges::labels, d -> Rows.seconds(d.latency()));
        quarantined.show(all, ListenerGauges::labels, d -> d.quarantined() ? 1 : 0);
    }

    private static Tags labels(Delivery delivery) {
        return Tags.of("bundle", delivery.bundle(), "listener", delivery.kind());
    }
}

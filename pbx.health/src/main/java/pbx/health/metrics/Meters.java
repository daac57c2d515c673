package pbx.health.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import pbx.health.Loops;
import pbx.health.Platform;

/** All meters, in one registry. */
final class Meters {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Gauges> gauges;
    private final CallMeters calls = new CallMeters(registry);

    Meters(Platform platform, Loops loops) {
        gauges = List.of(new PlatformGauges(registry, platform), new ListenerGauges(registry, platform, loops));
        JvmMeters.bindTo(registry);
    }

    CallMeters calls() {
        return calls;
    }

    /** One reader at a time; from any thread. */
    synchronized String scrape(String contentType) {
        gauges.forEach(Gauges::read);
        return registry.scrape(contentType);
    }

    void close() {
        registry.close();
    }
}

package pbx.health.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.media.QualityChange;
import pbx.api.media.QualityListener;
import pbx.health.Loops;
import pbx.health.Platform;

/** All that is measured, in the Prometheus text format. docs/metrics.md lists it. */
@Component(
        service = {Metrics.class, CallListener.class, QualityListener.class},
        immediate = true)
public final class Metrics implements CallListener, QualityListener {
    /** Of the text: what Prometheus asks for. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Gauges> gauges;
    private final CallMeters calls = new CallMeters(registry);

    @Activate
    public Metrics(@Reference Platform platform, @Reference Loops loops) {
        gauges = List.of(new PlatformGauges(registry, platform), new ListenerGauges(registry, platform, loops));
        JvmMeters.bindTo(registry);
    }

    /** What everything measures now. One reader at a time; from any thread. */
    public synchronized String scrape() {
        gauges.forEach(Gauges::read);
        return registry.scrape(CONTENT_TYPE);
    }

    @Override
    public void callChanged(CallChange change) {
        calls.callChanged(change);
    }

    @Override
    public void qualityChanged(QualityChange change) {
        calls.qualityChanged(change);
    }

    @Deactivate
    void close() {
        registry.close();
    }
}

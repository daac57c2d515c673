package pbx.health.metrics;

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

    private final Platform platform;
    private final Loops loops;
    private Meters meters;

    @Activate
    public Metrics(@Reference Platform platform, @Reference Loops loops) {
        this.platform = platform;
        this.loops = loops;
    }

    /** Made for the first who has a number or asks for one: Micrometer's classes are many, and no start waits for them. */
    private synchronized Meters meters() {
        if (meters == null) {
            meters = new Meters(platform, loops);
        }
        return meters;
    }

    /** What everything measures now. From any thread. */
    public String scrape() {
        return meters().scrape(CONTENT_TYPE);
    }

    @Override
    public void callChanged(CallChange change) {
        meters().calls().callChanged(change);
    }

    @Override
    public void qualityChanged(QualityChange change) {
        meters().calls().qualityChanged(change);
    }

    @Deactivate
    synchronized void close() {
        if (meters != null) {
            meters.close();
        }
    }
}

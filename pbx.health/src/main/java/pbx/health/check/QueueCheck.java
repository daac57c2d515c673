package pbx.health.check;

import java.time.Duration;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.api.plugin.Delivery;
import pbx.health.HealthConfig;
import pbx.health.Platform;

/** Whether every listener keeps up with what it is told. A slow one harms nobody but itself, so this never is critical. */
@Component(
        service = HealthCheck.class,
        configurationPid = HealthConfig.PID,
        property = {HealthCheck.NAME + "=listener queues", HealthCheck.TAGS + "=" + Tags.HEALTH})
public final class QueueCheck implements HealthCheck {
    private static final Duration HANGS = Duration.ofSeconds(10);

    private final Platform platform;
    private final HealthConfig config;

    @Activate
    public QueueCheck(@Reference Platform platform, HealthConfig config) {
        this.platform = platform;
        this.config = config;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        int listeners = 0;
        for (Delivery delivery : platform.deliveries()) {
            listeners++;
            tell(log, delivery);
        }
        log.info("{} listeners", listeners);
        return new Result(log);
    }

    private void tell(FormattingResultLog log, Delivery delivery) {
        String who = delivery.kind() + " of " + delivery.bundle();
        if (delivery.quarantined()) {
            log.warn("{} is quarantined: pbx:release {}", who, delivery.bundle());
        } else if (delivery.busy().compareTo(HANGS) > 0) {
            log.warn("{} has been at one event for {} s", who, delivery.busy().toSeconds());
        } else if (delivery.waiting() > config.waiting()) {
            log.warn("{} events wait for {}", delivery.waiting(), who);
        }
    }
}

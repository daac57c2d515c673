package pbx.health.check;

import java.time.Duration;
import java.util.Map;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.health.HealthConfig;
import pbx.health.Loops;

/** Whether call control and audio keep up with what they are asked. */
@Component(
        service = HealthCheck.class,
        configurationPid = HealthConfig.PID,
        property = {HealthCheck.NAME + "=event loops", HealthCheck.TAGS + "=" + Tags.HEALTH})
public final class LoopCheck implements HealthCheck {
    private final Loops loops;
    private final HealthConfig config;

    @Activate
    public LoopCheck(@Reference Loops loops, HealthConfig config) {
        this.loops = loops;
        this.config = config;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Map<String, Duration> lags = loops.lags();
        lags.forEach((loop, lag) -> tell(log, loop, lag.toMillis()));
        if (lags.isEmpty()) {
            log.temporarilyUnavailable("no event loop has been measured yet, or none runs");
        }
        return new Result(log);
    }

    private void tell(FormattingResultLog log, String loop, long millis) {
        if (millis > config.lagCriticalMillis()) {
            log.critical("{} has not answered for {} ms: see its thread in pbx:support", loop, millis);
        } else if (millis > config.lagMillis()) {
            log.warn("{} answers after {} ms: this machine or its disk is too busy", loop, millis);
        } else {
            log.info("{} answers after {} ms", loop, millis);
        }
    }
}

package pbx.health.check;

import java.util.OptionalLong;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import pbx.health.Footprint;
import pbx.health.HealthConfig;

/** Whether the memory outside the Java heap grows beyond measure: a leak in native code, or too many threads. */
@Component(
        service = HealthCheck.class,
        configurationPid = HealthConfig.PID,
        property = {HealthCheck.NAME + "=native memory", HealthCheck.TAGS + "=" + Tags.HEALTH})
public final class MemoryCheck implements HealthCheck {
    private final HealthConfig config;

    @Activate
    public MemoryCheck(HealthConfig config) {
        this.config = config;
    }

    @Override
    public Result execute() {
        OptionalLong bytes = Footprint.outsideHeap();
        if (bytes.isEmpty()) {
            return new Result(Result.Status.OK, "this system does not tell");
        }
        long mib = bytes.getAsLong() >> 20;
        return mib > config.nativeMiB()
                ? new Result(
                        Result.Status.WARN,
                        mib + " MiB outside the Java heap, expected are " + config.nativeMiB()
                                + ": restart the platform when no call is up, and send pbx:support")
                : new Result(Result.Status.OK, mib + " MiB outside the Java heap");
    }
}

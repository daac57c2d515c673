package pbx.health.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import pbx.health.HealthConfig;

/** Whether there is room for logs and recordings. */
@Designate(ocd = HealthConfig.class)
@Component(
        service = HealthCheck.class,
        configurationPid = HealthConfig.PID,
        configurationPolicy = ConfigurationPolicy.OPTIONAL,
        property = {HealthCheck.NAME + "=disk", HealthCheck.TAGS + "=" + Tags.HEALTH})
public final class DiskCheck implements HealthCheck {
    private final HealthConfig config;

    @Activate
    public DiskCheck(HealthConfig config) {
        this.config = config;
    }

    @Override
    public Result execute() {
        try {
            return result(Files.getFileStore(Path.of("")).getUsableSpace() >> 20);
        } catch (IOException e) {
            return new Result(Result.Status.CRITICAL, "the platform's home cannot be read: " + e);
        }
    }

    Result result(long mib) {
        if (mib < config.diskCriticalMiB()) {
            return new Result(Result.Status.CRITICAL, mib + " MiB free: make room, logs and recordings are being lost");
        }
        return mib < config.diskMiB()
                ? new Result(Result.Status.WARN, mib + " MiB free: make room")
                : new Result(Result.Status.OK, mib + " MiB free");
    }
}

package pbx.health.check;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.health.Platform;

/** Whether each account's PBX offers its calls here. */
@Component(
        service = HealthCheck.class,
        property = {
            HealthCheck.NAME + "=registration",
            HealthCheck.TAGS + "=" + Tags.HEALTH,
            HealthCheck.TAGS + "=" + Tags.READY
        })
public final class RegistrationCheck implements HealthCheck {
    private final Platform platform;

    @Activate
    public RegistrationCheck(@Reference Platform platform) {
        this.platform = platform;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        for (ConnectionStatus account : platform.accounts()) {
            if (account.state() == ConnectionState.REGISTERED) {
                log.info("{} is registered", account.label());
            } else {
                log.temporarilyUnavailable("{} is not registered: its calls do not come here", account.label());
            }
        }
        return new Result(log);
    }
}

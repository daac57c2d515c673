package pbx.health.check;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.health.Platform;

/** Whether the wire to each account's PBX is open. One that is down is tried again by itself; a refused one needs somebody. */
@Component(
        service = HealthCheck.class,
        property = {
            HealthCheck.NAME + "=connection",
            HealthCheck.TAGS + "=" + Tags.HEALTH,
            HealthCheck.TAGS + "=" + Tags.READY
        })
public final class ConnectionCheck implements HealthCheck {
    private final Platform platform;

    @Activate
    public ConnectionCheck(@Reference Platform platform) {
        this.platform = platform;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<ConnectionStatus> accounts = platform.accounts();
        if (accounts.isEmpty()) {
            log.warn("no account is configured; put a conf/pbx.account-NAME.cfg into the platform's home");
        }
        accounts.forEach(account -> tell(log, account));
        return new Result(log);
    }

    private static void tell(FormattingResultLog log, ConnectionStatus account) {
        if (account.state().open()) {
            log.info("{} is connected", account.label());
        } else if (account.state() == ConnectionState.REFUSED) {
            log.critical("{} is refused: {}", account.label(), account.problem().orElse("see the log"));
        } else {
            log.temporarilyUnavailable(
                    "{} is not connected: {}",
                    account.label(),
                    account.problem().orElse("being tried"));
        }
    }
}

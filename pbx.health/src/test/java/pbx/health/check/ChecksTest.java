package pbx.health.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.Test;
import pbx.api.connection.ConnectionState;
import pbx.health.Busy;
import pbx.health.HealthConfig;
import pbx.health.Platform;

class ChecksTest {
    private final Platform platform = new Platform();
    private final HealthConfig config = defaults();

    @Test
    void aPlatformWithoutAccountsIsWellAndSaysWhatToDo() {
        Result result = new ConnectionCheck(platform).execute();
        assertEquals(Status.WARN, result.getStatus());
        assertTrue(result.toString().contains("conf/pbx.account-NAME.cfg"), result.toString());
    }

    @Test
    void theWorstAccountDecides() {
        platform.bindConnection(Busy.account("a", ConnectionState.REGISTERED, Optional.empty()));
        assertEquals(Status.OK, new ConnectionCheck(platform).execute().getStatus());
        assertEquals(Status.OK, new RegistrationCheck(platform).execute().getStatus());

        platform.bindConnection(Busy.account("b", ConnectionState.CONNECTED, Optional.empty()));
        assertEquals(Status.OK, new ConnectionCheck(platform).execute().getStatus());
        assertEquals(
                Status.TEMPORARILY_UNAVAILABLE,
                new RegistrationCheck(platform).execute().getStatus());

        platform.bindConnection(Busy.account("c", ConnectionState.CONNECTING, Optional.of("no route")));
        assertEquals(
                Status.TEMPORARILY_UNAVAILABLE,
                new ConnectionCheck(platform).execute().getStatus());

        platform.bindConnection(Busy.account("d", ConnectionState.REFUSED, Optional.of("wrong password")));
        Result refused = new ConnectionCheck(platform).execute();
        assertEquals(Status.CRITICAL, refused.getStatus());
        assertTrue(refused.toString().contains("wrong password"), refused.toString());
    }

    @Test
    void listenersThatFellBehindAreToldButKeepNobodyFromWorking() {
        platform.bindDeliveries(Busy.deliveries(config.waiting(), false));
        assertEquals(Status.OK, new QueueCheck(platform, config).execute().getStatus());
        platform.bindDeliveries(Busy.deliveries(config.waiting() + 1, false));
        assertEquals(Status.WARN, new QueueCheck(platform, config).execute().getStatus());
        Platform other = new Platform();
        other.bindDeliveries(Busy.deliveries(0, true));
        Result quarantined = new QueueCheck(other, config).execute();
        assertEquals(Status.WARN, quarantined.getStatus());
        assertTrue(quarantined.toString().contains("pbx:release some.plugin"), quarantined.toString());
    }

    @Test
    void diskHasThreeStates() {
        DiskCheck disk = new DiskCheck(config);
        assertEquals(Status.OK, disk.result(config.diskMiB()).getStatus());
        assertEquals(Status.WARN, disk.result(config.diskMiB() - 1).getStatus());
        assertEquals(Status.CRITICAL, disk.result(config.diskCriticalMiB() - 1).getStatus());
        assertTrue(disk.execute().toString().contains("MiB free"), "this machine's disk is read");
    }

    @Test
    void aReportIsAsIllAsItsWorstLineAndHasNoLinesOfStrangers() {
        Report report = new Report(List.of(
                new Report.Line("a", Status.WARN, "evil\nOK b: \"forged\"\u001b[2J"),
                new Report.Line("b", Status.OK, "")));
        assertTrue(report.well());
        assertEquals(3, report.text().lines().count(), report.text());
        assertFalse(report.text().contains("\u001b"), report.text());
        assertTrue(report.json().contains("evil\\nOK b: \\\"forged\\\"\\u001B[2J"), report.json());
        assertFalse(new Report(List.of()).well(), "nobody looked");
        assertFalse(new Report(List.of(new Report.Line("a", Status.CRITICAL, ""))).well());
    }

    /** As the annotation says; what Declarative Services gives a component without a configuration. */
    private static HealthConfig defaults() {
        return (HealthConfig) Proxy.newProxyInstance(
                HealthConfig.class.getClassLoader(),
                new Class<?>[] {HealthConfig.class, Annotation.class},
                (self, method, words) -> method.getDefaultValue());
    }
}

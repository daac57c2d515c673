package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Dialect;

/** Accounts on three PBXs and four tenants, created, changed and deleted while a call is up on one of them. */
class WireAccountsTest {
    @Test
    void oneAccountsFateIsNobodyElses() throws Exception {
        try (Office office = new Office();
                WirePbx a = new WirePbx();
                WirePbx b = new WirePbx()) {
            AccountId mine = office.account("45");
            Call call = office.talk(mine, "601");
            configure(office, "a100", a, "a.example", "100");
            configure(office, "b200", b, "b.example", "200");
            configure(office, "b300", b, "c.example", "300");
            for (String name : List.of("a100", "b200", "b300")) {
                ConnectionStatus status = registered(office, name);
                assertEquals(Optional.of("70.1"), status.version());
                assertEquals(Dialect.MODERN, status.dialect(), "each PBX has its own");
            }
            assertEquals("Colleague of a.example", colleague(office, "a100"));
            assertEquals("Colleague of b.example", colleague(office, "b200"));
            assertEquals("Colleague of c.example", colleague(office, "b300"));

            office.connections.forget();
            configure(office, "b200", b, "b.example", "201");
            registered(office, "b200");
            assertOnlyToldOf(office, "b200");

            office.connections.forget();
            office.delete("pbx.account~b300");
            office.connections.await("closed", change -> change.after().state() == ConnectionState.CLOSED);
            assertOnlyToldOf(office, "b300");
            assertTrue(office.presences().list().stream()
                    .noneMatch(
                            p -> p.seenBy().value().equals("b200") && p.name().contains("c.example")));

            assertEquals(List.of("domain=a.example&user=100"), a.opened, "one socket, never touched again");
            assertEquals(
                    List.of("domain=b.example&user=200", "domain=b.example&user=201", "domain=c.example&user=300"),
                    b.opened.stream().sorted().toList());
            assertEquals(
                    CallState.ACTIVE,
                    office.calls().list().stream()
                            .filter(c -> c.id().equals(call.id()))
                            .findFirst()
                            .orElseThrow()
                            .state());
        }
    }

    /** The embedded PBX as a real one is used by a server node: a token instead of a password. */
    @Test
    void aServerNodeLogsInWithAToken() throws Exception {
        try (Office office = new Office()) {
            Map<String, Object> settings = new HashMap<>(
                    Map.of("server", "http://127.0.0.1:" + office.port, "tenant", "localhost", "extension", "48"));
            settings.putAll(Map.of("node", true, "admin", "admin", ".adminPassword", "demo"));
            office.configure("pbx.account~node", settings);
            registered(office, "node");
            settings.put(".adminPassword", "wrong");
            office.connections.forget();
            office.configure("pbx.account~node", settings);
            String problem = office.connections
                    .await("refused", change -> change.after().state() == ConnectionState.REFUSED)
                    .after()
                    .problem()
                    .orElse("");
            assertTrue(problem.contains("wrong system administrator credentials"), problem);
        }
    }

    private static void configure(Office office, String name, WirePbx pbx, String tenant, String extension)
            throws Exception {
        office.configure(
                "pbx.account~" + name,
                Map.of(
                        "server",
                        "http://127.0.0.1:" + pbx.port(),
                        "tenant",
                        tenant,
                        "extension",
                        extension,
                        ".password",
                        "any"));
    }

    private static ConnectionStatus registered(Office office, String name) throws InterruptedException {
        return office.connections
                .await(
                        name + " registered",
                        change -> change.after().account().value().equals(name)
                                && change.after().state() == ConnectionState.REGISTERED)
                .after();
    }

    private static String colleague(Office office, String seenBy) throws InterruptedException {
        return office.presences
                .await("the colleague of " + seenBy, change -> change.after()
                        .filter(p -> p.seenBy().value().equals(seenBy))
                        .filter(p -> p.number().equals("777"))
                        .filter(p -> !p.name().isEmpty())
                        .isPresent())
                .after()
                .orElseThrow()
                .name();
    }

    private static void assertOnlyToldOf(Office office, String name) {
        assertTrue(
                office.connections.all().stream()
                        .allMatch(change -> change.after().account().value().equals(name)),
                () -> "told was " + office.connections.all());
    }
}

package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two tenants with an extension of the same number know nothing of each other. */
class TenantsTest {
    private static final String SESSION = "/rest/system/session";

    private final Bench bench = new Bench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void eachSeesItsOwn() {
        Client first = Client.open(bench, "45", bench.session("45@localhost"));
        assertEquals(
                20, first.action("domain-state").findValuesAsText("registered").size());
        String session = bench.session("45@second.example");
        Client second = Client.open(bench, "second.example", "45", session);
        assertEquals(
                2, second.action("domain-state").findValuesAsText("registered").size());
    }

    @Test
    void aSessionOfAnotherTenantIsRefused() {
        String session = bench.session("45@second.example");
        assertEquals(403, Client.refused(bench, "domain=localhost&user=45", "session=" + session));
        assertEquals(404, Client.refused(bench, "domain=third.example&user=45", "session=" + session));
        assertEquals(403, dnd("45@localhost", session));
        assertEquals(200, dnd("45@second.example", session));
        assertEquals(403, dnd("70@second.example", session));
        assertEquals(404, dnd("45@third.example", session));
        assertEquals(401, dnd("45@second.example", "dead"));
    }

    @Test
    void aTenantsAdministratorStaysInIt() {
        String third = "{\"name\":\"3rd\",\"domain\":\"second.example\"}";
        String token = bench.ask("POST", SESSION, third, "Authorization", basic("admin:demo"))
                .body();
        var answer = bench.ask("POST", SESSION, "{\"name\":\"session\",\"value\":" + token + "}");
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        String session = cookie.substring("session=".length(), cookie.indexOf(';'));
        assertEquals(200, dnd("70@second.example", session));
        assertEquals(403, dnd("45@localhost", session));
        String described =
                bench.ask("GET", SESSION, "", "Cookie", "session=" + session).body();
        assertEquals(
                "{\"lang\":\"en\",\"edit\":false,\"type\":\"domain\",\"cdomain\":\"second.example\",\"cuser\":\"\"}",
                described);
    }

    @Test
    void whoAsksWithoutASessionIsToldNothingOfIt() {
        assertEquals(
                "{\"lang\":\"en\",\"edit\":false}",
                bench.ask("GET", SESSION, "").body());
    }

    @Test
    void theVersionMayChange() {
        assertEquals(List.of("PBX/67.0.5"), bench.ask("GET", "/", "").headers().allValues("Server"));
        bench.version = "PBX/70.1";
        assertEquals(List.of("PBX/70.1"), bench.ask("GET", "/", "").headers().allValues("Server"));
        assertEquals(
                List.of("PBX/70.1"), bench.ask("GET", "/..%2f", "").headers().allValues("Server"));
    }

    @Test
    void refusedLoginsLookLikeWrongOnes() {
        String session = bench.session("45@localhost");
        bench.sessions.refuse(true);
        assertEquals(
                "\"\"",
                bench.ask("PUT", SESSION, Bench.auth("45@localhost", "demo")).body());
        assertEquals(200, dnd("45@localhost", session));
        bench.sessions.refuse(false);
        assertNotEquals(
                "\"\"",
                bench.ask("PUT", SESSION, Bench.auth("45@localhost", "demo")).body());
    }

    @Test
    void expiredSessionsAreDeadAtOnce() {
        String session = bench.session("45@localhost");
        bench.sessions.expire();
        assertEquals(401, dnd("45@localhost", session));
    }

    private int dnd(String account, String session) {
        String path = "/rest/user/" + account.replace("@", "%40") + "/dnd";
        return bench.ask("GET", path, "", "Cookie", "session=" + session).statusCode();
    }

    private static String basic(String who) {
        return "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
    }
}

package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandshakeTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void refusals() {
        String session = bench.session("45@localhost");
        assertEquals(401, refused("domain=localhost&user=45", ""));
        assertEquals(401, refused("domain=localhost&user=45", "session=dead"));
        assertEquals(403, refused("domain=localhost&user=44", "session=" + session));
        assertEquals(403, refused("domain=localhost", "session=" + session));
        assertEquals(404, refused("domain=elsewhere&user=45", "session=" + session));
        assertEquals(404, refused("domain=localhost&user=99", "session=" + bench.session("admin")));
    }

    @Test
    void withoutUpgradeItIs426() {
        String session = bench.session("45@localhost");
        assertEquals(
                426,
                bench.ask("GET", "/websocket?domain=localhost&user=45", "", "Cookie", "session=" + session)
                        .statusCode());
    }

    @Test
    void theTenantIsShownOnOpening() {
        JsonNode state = bench.client("45").action("domain-state");

        assertEquals(20, state.findValuesAsText("registered").size());
        assertEquals(
                List.of("hunts", "acds", "conferences"),
                state.findValuesAsText("type").stream().skip(20).distinct().toList());
        assertTrue(state.get("calls").isArray());
        assertTrue(state.get("messages").isArray());
        JsonNode first = state.get("accounts").get(0);
        assertEquals("extensions", first.get("type").asText());
        assertEquals("40", first.get("account").asText());
        assertEquals("offline", first.get("chatstatus").asText());
        assertEquals(
                List.of("type", "account", "name", "registered", "dnd", "chatstatus"),
                first.properties().stream().map(java.util.Map.Entry::getKey).toList());
        assertEquals("online", state.get("accounts").get(5).get("chatstatus").asText());
        assertTrue(state.get("accounts").get(4).get("name").asText().startsWith("Bob"));
    }

    @Test
    void registrationIsConfirmedAndSeenByAll() {
        Client watcher = bench.client("44");
        Client phone = bench.client("45");
        phone.send("{\"action\":\"sip-register\",\"useragent\":\"test\"}");

        JsonNode confirmed = phone.action("sip-register");
        assertEquals(3600, confirmed.get("expires").asInt());
        assertTrue(confirmed.get("add").asText().startsWith("ws:127.0.0.1:"));
        JsonNode seen =
                watcher.await("registered", frame -> frame.path("registered").asBoolean());
        assertEquals("user-state", seen.get("action").asText());
        assertEquals("45", seen.get("account").asText());
        assertEquals("localhost", seen.get("domain").asText());
        assertEquals("online", seen.get("chatstatus").asText());

        phone.close();
        JsonNode gone = watcher.await(
                "gone",
                frame -> frame.path("account").asText().equals("45")
                        && !frame.path("registered").asBoolean());
        assertEquals("offline", gone.get("chatstatus").asText());
    }

    @Test
    void askingAgainShowsThePictureAgain() {
        Client phone = bench.client("45");
        phone.action("domain-state");
        for (int time = 0; time < 2; time++) {
            phone.send("{\"action\":\"own-calls\",\"subscribe\":true}");
            phone.noCalls();
            phone.send("{\"action\":\"domain-calls\",\"subscribe\":true}");
            phone.action("domain-state");
            phone.noCalls();
        }
    }

    @Test
    void everyOtherQuestionOfTheBootstrapIsAnswered() {
        Client phone = bench.client("45");
        phone.ping();
        phone.send("{\"action\":\"avoid-disconnect\"}");
        phone.send("{\"action\":\"orbit-calls\",\"subscribe\":true}");
        assertEquals(10, phone.action("orbit-calls").get("orbits").size());
        phone.send("{\"action\":\"ringtones\"}");
        assertTrue(phone.flat("ringtones").get("ringtones").isArray());
        phone.send("{\"action\":\"blf\",\"add\":[\"44\",\"99\"]}");
        assertEquals("offline", phone.action("blf").get("state").asText());
        bench.phone("44");
        assertEquals("idle", phone.action("blf").get("state").asText());
    }

    private int refused(String query, String cookie) {
        return Client.refused(bench, query, cookie);
    }
}

package pbx.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.call.Party;
import pbx.api.connection.Message;
import pbx.api.presence.Presence;
import pbx.api.presence.Presence.Kind;
import pbx.api.presence.PresenceState;

/** Frames are typed from the protocol notes, 6.1 to 6.3. */
class TenantTest {
    private final Tenant tenant = new Tenant(new AccountId("demo"));

    @BeforeEach
    void snapshot() {
        tenant.extension("501");
        tenant.received(Message.from(Map.of(
                "action",
                "domain-state",
                "accounts",
                List.of(
                        account("501", "Bob Example", "registered", true, "dnd", false, "chatstatus", "online"),
                        account("502", "Eve Example", "registered", "true", "dnd", "true", "chatstatus", "offline"),
                        account("503", "Joe Example", "registered", false, "parking", "P3"),
                        Map.of("type", "acds", "account", "300", "name", "Support queue")),
                "calls",
                List.of())));
    }

    @Test
    void theSnapshotIsReadWithLooseTypes() {
        assertEquals(PresenceState.IDLE, of("501").state());
        assertTrue(of("501").available());
        assertTrue(of("502").dnd());
        assertTrue(of("502").registered());
        assertEquals(PresenceState.OFFLINE, of("503").state());
        assertEquals(Map.of("parking", "P3"), of("503").other(), "unknown fields are kept");
        assertEquals(Kind.QUEUE, of("300").kind());
        assertEquals(PresenceState.IDLE, of("300").state());
    }

    @Test
    void anUpdateChangesWhatItNames() {
        tenant.received(Message.of("user-state", "account", "502", "dnd", false));
        assertFalse(of("502").dnd());
        assertTrue(of("502").registered(), "what it does not name stays");
        assertEquals("Eve Example", of("502").name());
    }

    @Test
    void callsGiveStateAndPartner() {
        tenant.received(calls(call("c1", "501", "502", "alerting")));
        assertEquals(PresenceState.RINGING, of("501").state());
        assertEquals(List.of(new Party("501", "Name 501")), of("502").with());
        tenant.received(calls(call("c1", "501", "502", "connected")));
        assertEquals(PresenceState.TALKING, of("502").state());
        tenant.received(calls(call("c1", "501", "502", "onhold")));
        assertEquals(PresenceState.HELD, of("502").state());
        tenant.received(calls());
        assertEquals(PresenceState.IDLE, of("502").state());
        assertEquals(List.of(), of("502").with());
    }

    @Test
    void aListOfOwnCallsDoesNotEndTheCallsOfOthers() {
        tenant.received(calls(call("c1", "502", "503", "connected"), call("c2", "501", "300", "connected")));
        tenant.received(calls(call("c2", "501", "300", "connected")));
        assertEquals(PresenceState.TALKING, of("503").state());
        tenant.received(calls(call("c3", "300", "502", "connected")));
        assertEquals(PresenceState.OFFLINE, of("503").state(), "a list with calls of others is everybody's");
    }

    @Test
    void busyByCodeAloneIsTalking() {
        tenant.received(Message.of(
                "user-state",
                "account",
                "503",
                "code",
                "busy",
                "calls",
                List.of(Map.of("from", "\"Bob\" <sip:501@t>"))));
        assertEquals(PresenceState.TALKING, of("503").state());
        assertEquals(List.of(new Party("501", "Bob")), of("503").with());
    }

    @Test
    void withoutConnectionNothingIsKnown() {
        tenant.doubt();
        assertEquals(PresenceState.UNKNOWN, of("501").state());
        snapshot();
        assertEquals(PresenceState.IDLE, of("501").state());
    }

    private Presence of(String number) {
        return tenant.presence(number).orElseThrow();
    }

    private static Map<String, Object> account(String number, String name, Object... more) {
        Map<String, Object> fields =
                new java.util.LinkedHashMap<>(Map.of("type", "extensions", "account", number, "name", name));
        for (int i = 0; i < more.length; i += 2) {
            fields.put((String) more[i], more[i + 1]);
        }
        return fields;
    }

    private static Map<String, Object> call(String id, String from, String to, String state) {
        return Map.of(
                "id",
                id,
                "from",
                "\"Name " + from + "\" <sip:" + from + "@tenant.example>",
                "to",
                "\"Name " + to + "\" <sip:" + to + "@tenant.example;user=phone>",
                "callstate",
                state);
    }

    private static Message calls(Object... calls) {
        return Message.of("call-state", "calls", List.of(calls));
    }
}

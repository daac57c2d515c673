package pbx.api.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pbx.api.call.Party;

class MessageTest {
    @Test
    void aReservedKeyIsTheKindAndGoesBeforeTheAction() {
        assertEquals("bye", Message.from(Map.of("bye", "true", "callid", "a")).kind());
        assertEquals(
                "sdp",
                Message.from(Map.of("action", "x", "sdp", "v=0", "bye", "true")).kind());
        assertEquals("call-state", Message.from(Map.of("action", "call-state")).kind());
    }

    @Test
    void reservedKeysAreTestedAsJavaScriptDoes() {
        assertEquals(
                "x",
                Message.from(Map.of("action", "x", "sdp", "", "bye", false, "code", 0))
                        .kind());
        assertEquals("", Message.from(Map.of("unknown", 1)).kind());
    }

    @Test
    void theReadersAreLenient() {
        Message message = Message.from(Map.of(
                "code", "183", "dnd", "true", "registered", true, "calls", Map.of("id", "one"), "odd", List.of(1)));
        assertEquals(183, message.number("code", 0));
        assertEquals(7, message.number("odd", 7));
        assertTrue(message.flag("dnd"));
        assertTrue(message.flag("registered"));
        assertFalse(message.flag("nothing"));
        assertEquals("", message.text("odd"));
        assertEquals(List.of(Map.of("id", "one")), message.list("calls"), "one object is a list of one");
        for (Object told :
                List.of(Map.of("id", "one"), List.of(1, Map.of("a", 1), List.of(), Map.of()), "x", List.of())) {
            Message shapes = Message.of("x", "told", told);
            List<Map<String, Object>> each = new ArrayList<>();
            shapes.each("told", each::add);
            assertEquals(shapes.list("told"), each, told::toString);
        }
        assertEquals(List.of(Map.of("a", 1), Map.of()), Message.list(List.of(1, Map.of("a", 1), "x", Map.of())));
        assertEquals(List.of(), message.list("nothing"));
        message.each("nothing", none -> fail("there is none"));
    }

    @Test
    void headersGiveNumberAndName() {
        assertEquals(
                new Party("+15555550199", "Alice Example"),
                Party.ofHeader("\"Alice Example\" <sip:+15555550199@tenant.example;user=phone>")
                        .orElseThrow());
        assertEquals(new Party("44", ""), Party.ofHeader("<sip:44@localhost>").orElseThrow());
        assertEquals(new Party("44", ""), Party.ofHeader("sip:44@localhost").orElseThrow());
        assertTrue(Party.ofHeader("nonsense").isEmpty());
    }
}

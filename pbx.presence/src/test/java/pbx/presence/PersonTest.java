package pbx.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonTest {
    private final Person ann = Person.of(Map.of(
            "account",
            "40",
            "type",
            "extensions",
            "name",
            "Ann",
            "registered",
            true,
            "chatstatus",
            "online",
            "code",
            "busy",
            "calls",
            List.of(Map.of("from", "sip:41@t")),
            "mood",
            "fine"));

    @Test
    void anUpdateKeepsWhatItDoesNotNameButForThreeFields() {
        Person next = ann.updated(Map.of("account", "40", "dnd", "true"));
        assertEquals("Ann", next.name());
        assertTrue(next.registered());
        assertTrue(next.dnd());
        assertFalse(next.available(), "chatstatus");
        assertFalse(next.inCall(), "code and calls");
        assertEquals(Map.of("mood", "fine"), next.other());
        assertEquals(Map.of("mood", "fine", "code", "busy"), ann.other(), "and nothing of what was before changes");
    }

    @Test
    void anEmptyFieldIsForgottenAndANullOneTellsNothing() {
        Map<String, Object> told = new HashMap<>(Map.of("account", "40", "mood", "", "code", "busy"));
        told.put("name", null);
        told.put("away", null);
        Person next = ann.updated(told);
        assertEquals(Map.of("code", "busy"), next.other());
        assertEquals("Ann", next.name());
        assertTrue(next.code());
        assertFalse(ann.updated(Map.of("code", "")).code());
        assertFalse(ann.with(Map.of("code", false)).code());
        assertTrue(ann.with(Map.of("name", "Eve")).code(), "and an addition forgets nothing");
    }

    @Test
    void whatIsToldAgainIsTheSameUntilOneFieldDiffers() {
        Map<String, Object> told = Map.of("account", "40", "mood", "fine", "calls", List.of(Map.of("to", "sip:7@t")));
        Person once = ann.updated(told);
        assertTrue(ann.updated(told).tellsTheSameAs(once));
        assertTrue(once.updated(told).tellsTheSameAs(once));
        assertFalse(once.tellsTheSameAs(null));
        for (Map<String, Object> other : List.<Map<String, Object>>of(
                Map.of("name", "Eve"),
                Map.of("type", "hunts"),
                Map.of("registered", false),
                Map.of("dnd", true),
                Map.of("chatstatus", "online"),
                Map.of("code", "x"),
                Map.of("calls", List.of()),
                Map.of("mood", "bad"))) {
            assertFalse(once.with(other).tellsTheSameAs(once), other::toString);
        }
    }
}

package pbx.simulator.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameTest {
    @Test
    void flagsAreReadAsBooleanAndAsText() {
        Frame frame = frame("{\"a\":true,\"b\":\"true\",\"c\":\"false\",\"d\":1,\"e\":null}");
        assertTrue(frame.flag("a"));
        assertTrue(frame.flag("b"));
        assertFalse(frame.flag("c") || frame.flag("d") || frame.flag("e") || frame.flag("none"));
    }

    @Test
    void theSdpMayBeAnObjectOrAText() {
        assertEquals(Optional.of("v=0"), frame("{\"sdp\":\"v=0\"}").sdp());
        assertEquals(
                Optional.of("v=0"),
                frame("{\"sdp\":{\"type\":\"offer\",\"sdp\":\"v=0\"}}").sdp());
        assertEquals(Optional.empty(), frame("{\"sdp\":{}}").sdp());
        assertEquals(Optional.empty(), frame("{\"sdp\":[\"v=0\"]}").sdp());
        assertEquals(Optional.empty(), frame("{}").sdp());
    }

    @Test
    void theLastCandidateIsNone() {
        assertEquals(Optional.empty(), frame("{\"candidate\":null}").candidate());
        assertEquals(
                Optional.empty(), frame("{\"candidate\":{\"candidate\":\"\"}}").candidate());
        assertEquals(
                Optional.of(new Frame.Candidate("c", "0", 2)),
                frame("{\"candidate\":{\"candidate\":\"c\",\"sdpMid\":\"0\",\"sdpMLineIndex\":2}}")
                        .candidate());
        assertEquals(
                Optional.of(new Frame.Candidate("c", "", 0)),
                frame("{\"candidate\":\"c\"}").candidate());
    }

    @Test
    void codesAreThoseOfARefusal() {
        assertEquals(603, frame("{\"code\":603}").code(486));
        assertEquals(603, frame("{\"code\":\"603\"}").code(486));
        assertEquals(486, frame("{\"code\":200}").code(486));
        assertEquals(486, frame("{}").code(486));
    }

    @Test
    void listsAndNamesAreReadLeniently() {
        assertEquals(List.of("40", "41", ""), frame("{\"add\":[\"40\",41,{}]}").texts("add"));
        assertEquals("", frame("{\"callid\":\"" + "x".repeat(129) + "\"}").text("callid"));
        assertEquals("42", frame("{\"to\":42}").text("to"));
    }

    @Test
    void aHostileNameCannotEndItsQuotes() {
        assertEquals("\"a\\\"\\\\ <sip:0@x>\" <sip:1@d>", new Party("1", "a\"\\ <sip:0@x>", "d").header());
    }

    private static Frame frame(String text) {
        return Frame.parse(text).orElseThrow();
    }
}

package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.PresenceState;

/** Calls, people and accounts in words. */
class WordsTest {
    private static final Texts TEXTS = Texts.of("en");
    private static final CallText CALLS = new CallText(TEXTS);
    private static final PersonText PEOPLE = new PersonText(TEXTS);
    private static final Party ADA = new Party("40", "Ada");

    @ParameterizedTest
    @CsvSource({
        "OUT, DIALING, CONNECTED, Calling …",
        "OUT, RINGING, CONNECTED, Ringing …",
        "IN, RINGING, CONNECTED, Incoming call",
        "IN, RINGING, ELSEWHERE, Ringing on another device",
        "IN, CONNECTING, CONNECTING, Connecting …",
        "IN, ACTIVE, CONNECTED, Talking",
        "OUT, ACTIVE, NONE, Talking · no audio on this machine",
        "OUT, ACTIVE, FAILED, Talking · audio failed",
        "OUT, ACTIVE, ELSEWHERE, Talking · audio on another device",
        "OUT, ENDING, CONNECTED, Hanging up …",
        "OUT, ENDED, CONNECTED, Ended: The other side is busy."
    })
    void stateOfACall(Direction direction, CallState state, MediaState media, String words) {
        assertEquals(words, CALLS.state(Samples.call("1", direction, state, ADA, false, false, false, media), false));
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, false, On hold",
        "false, true, false, Held by the other side",
        "true, true, true, Held by both sides · microphone off"
    })
    void holdAndMute(boolean here, boolean there, boolean muted, String words) {
        Call call = Samples.call("1", Direction.IN, CallState.ACTIVE, ADA, here, there, muted, MediaState.CONNECTED);
        assertEquals(words, CALLS.state(call, false));
    }

    @Test
    void whoCallsIsNamedByWhateverIsKnown() {
        assertEquals("Ada", CALLS.who(ADA));
        assertEquals("40", CALLS.number(ADA));
        assertEquals("40", CALLS.who(new Party("40", " ")));
        assertEquals("", CALLS.number(new Party("40", " ")));
        assertEquals("Anonymous", CALLS.who(new Party("", "")));
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "59, 0:59", "61, 1:01", "3600, 1:00:00", "36061, 10:01:01", "-5, 0:00"})
    void durationTicksFromTheAnswer(long seconds, String shown) {
        Call call = Samples.talking("1", ADA);
        assertEquals(shown, CALLS.duration(call, Samples.T0.plus(Duration.ofSeconds(seconds))));
        assertEquals("", CALLS.duration(Samples.incoming("1", ADA), Samples.T0));
    }

    @Test
    void aPersonInWords() {
        Person person = new Person(
                Samples.person("41", "Grace", PresenceState.TALKING, true, new Party("089", "Barbara"), ADA),
                true,
                false);
        assertEquals("Talking with Barbara (089), Ada (40)", PEOPLE.state(person));
        assertEquals("Grace (you)", PEOPLE.name(person));
        assertEquals(
                "Grace (you), 41, Talking with Barbara (089), Ada (40), does not want to be disturbed",
                PEOPLE.spoken(person));
    }

    @Test
    void warnsOfAnUnsafeWireOnceItIsKnownToBeOne() {
        assertTrue(AccountText.warnsOfWire(Samples.status(ConnectionState.REGISTERED, false, "")));
        assertTrue(AccountText.warnsOfWire(Samples.status(ConnectionState.REFUSED, false, "")));
        assertFalse(AccountText.warnsOfWire(Samples.status(ConnectionState.CONNECTING, false, "")));
        assertFalse(AccountText.warnsOfWire(Samples.status(ConnectionState.REGISTERED, true, "")));
    }

    @Test
    void untrustedTextIsOneLineWithoutMarksOfDirection() {
        assertEquals("a b c  d", Plain.line(" a\nb\tc \u202Ed\r\n"));
        assertEquals(300, Plain.line("x".repeat(5000)).length());
    }
}

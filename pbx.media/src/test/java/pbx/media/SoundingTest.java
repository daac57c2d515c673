package pbx.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;

class SoundingTest {
    static final Call OFFERED = call("a", Direction.IN, CallState.RINGING, MediaState.CONNECTING);
    private static final Call ACTIVE = call("b", Direction.OUT, CallState.ACTIVE, MediaState.CONNECTED);
    private static final Call PLACED = call("c", Direction.OUT, CallState.RINGING, MediaState.CONNECTED);

    @Test
    void anOfferedCallRings() {
        assertEquals(new Sounding(Optional.of(OFFERED), false, false), of(false, OFFERED));
        assertEquals(Sounding.NOTHING, of(false, call("a", Direction.IN, CallState.RINGING, MediaState.ELSEWHERE)));
        assertEquals(Sounding.NOTHING, of(false));
    }

    @Test
    void duringAnotherCallItOnlyBeeps() {
        assertEquals(new Sounding(Optional.empty(), true, false), of(false, OFFERED, ACTIVE));
        assertEquals(new Sounding(Optional.empty(), true, true), of(false, OFFERED, PLACED));
    }

    @Test
    void ringbackIsForWhomThePbxPlaysNone() {
        assertEquals(new Sounding(Optional.empty(), false, true), of(false, PLACED));
        assertEquals(Sounding.NOTHING, of(true, PLACED));
        assertEquals(Sounding.NOTHING, of(false, ACTIVE));
        assertEquals(Sounding.NOTHING, of(false, call("d", Direction.OUT, CallState.DIALING, MediaState.CONNECTING)));
    }

    @Test
    void theCallersOwnRingToneGoesBeforeTheAccounts() {
        RingTones tones = RingTones.of(new String[] {"demo=a.wav", " 42 = b.wav ", "nonsense"});
        assertEquals(Optional.of("b.wav"), tones.choose(OFFERED));
        assertEquals(
                Optional.of("a.wav"), RingTones.of(new String[] {"demo=a.wav"}).choose(OFFERED));
        assertEquals(Optional.empty(), RingTones.of(new String[0]).choose(OFFERED));
    }

    private static Sounding of(boolean early, Call... calls) {
        return Sounding.of(List.of(calls), call -> early);
    }

    private static Call call(String id, Direction direction, CallState state, MediaState media) {
        return new Call(
                new CallId(new AccountId("demo"), id),
                direction,
                new Party("42", "Anna"),
                state,
                false,
                false,
                false,
                media,
                true,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "");
    }
}

package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;

class CallButtonTest {
    private static final Party ADA = new Party("40", "Ada");

    @ParameterizedTest
    @CsvSource({
        "IN, RINGING, CONNECTED, ANSWER REJECT",
        "IN, RINGING, ELSEWHERE, ''",
        "OUT, DIALING, CONNECTING, HANG_UP",
        "OUT, RINGING, CONNECTING, HANG_UP",
        "IN, CONNECTING, CONNECTING, HANG_UP",
        "IN, ACTIVE, CONNECTED, HOLD MUTE HANG_UP TRANSFER PARK RECORD",
        "IN, ACTIVE, ELSEWHERE, HOLD MUTE HANG_UP",
        "IN, ENDING, CONNECTED, ''",
        "IN, ENDED, CONNECTED, ''"
    })
    void whatMakesSense(Direction direction, CallState state, MediaState media, String actions) {
        Call call = Samples.call("1", direction, state, ADA, false, false, false, media);
        assertEquals(set(actions), CallButton.of(call, Optional.empty()));
    }

    @Test
    void heldAndMutedCallsOfferTheWayBack() {
        Call call = Samples.call("1", Direction.IN, CallState.ACTIVE, ADA, true, false, true, MediaState.CONNECTED);
        assertEquals(set("RESUME UNMUTE HANG_UP TRANSFER PARK RECORD"), CallButton.of(call, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER, answer 1",
        "REJECT, reject 1",
        "HOLD, hold 1",
        "RESUME, resume 1",
        "MUTE, mute 1",
        "UNMUTE, unmute 1",
        "HANG_UP, hangUp 1",
        "SWAP, resume 1",
        "RECORD, record 1 true",
        "STOP_RECORDING, record 1 false",
        "CONNECT, transfer 2 to call 1"
    })
    void eachAsksForWhatItSays(CallButton action, String command) throws InterruptedException {
        FakeCalls calls = new FakeCalls();
        action.ask(calls, Samples.talking("1", ADA), Optional.of(Samples.talking("2", ADA)));
        assertEquals(command, calls.asked());
    }

    @Test
    void besideAHeldCallTheTalkingOneConnectsMergesAndGoesBack() throws InterruptedException {
        Call talking = Samples.talking("1", ADA);
        Call held = Samples.call("2", Direction.OUT, CallState.ACTIVE, ADA, true, false, false, MediaState.CONNECTED);
        assertEquals(
                set("HOLD MUTE HANG_UP TRANSFER PARK RECORD CONNECT MERGE BACK"),
                CallButton.of(talking, Optional.of(held)));
        assertEquals(set("SWAP MUTE HANG_UP TRANSFER PARK RECORD"), CallButton.of(held, Optional.of(talking)));
        FakeCalls calls = new FakeCalls();
        CallButton.BACK.ask(calls, talking, Optional.of(held));
        assertEquals("hangUp 1", calls.asked());
        assertEquals("resume 2", calls.asked());
    }

    private static Set<CallButton> set(String names) {
        Set<CallButton> set = EnumSet.noneOf(CallButton.class);
        for (String name : names.strip().split(" ", -1)) {
            if (!name.isEmpty()) {
                set.add(CallButton.valueOf(name));
            }
        }
        return set;
    }
}

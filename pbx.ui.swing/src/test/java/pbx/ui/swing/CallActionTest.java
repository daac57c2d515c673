package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;

class CallActionTest {
    private static final Party ADA = new Party("40", "Ada");

    @ParameterizedTest
    @CsvSource({
        "IN, RINGING, CONNECTED, ANSWER REJECT",
        "IN, RINGING, ELSEWHERE, ''",
        "OUT, DIALING, CONNECTING, HANG_UP",
        "OUT, RINGING, CONNECTING, HANG_UP",
        "IN, CONNECTING, CONNECTING, HANG_UP",
        "IN, ACTIVE, CONNECTED, HOLD MUTE HANG_UP",
        "IN, ENDING, CONNECTED, ''",
        "IN, ENDED, CONNECTED, ''"
    })
    void whatMakesSense(Direction direction, CallState state, MediaState media, String actions) {
        Call call = Samples.call("1", direction, state, ADA, false, false, false, media);
        assertEquals(set(actions), CallAction.of(call));
    }

    @Test
    void heldAndMutedCallsOfferTheWayBack() {
        Call call = Samples.call("1", Direction.IN, CallState.ACTIVE, ADA, true, false, true, MediaState.CONNECTED);
        assertEquals(EnumSet.of(CallAction.RESUME, CallAction.UNMUTE, CallAction.HANG_UP), CallAction.of(call));
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER, answer 1",
        "REJECT, reject 1",
        "HOLD, hold 1",
        "RESUME, resume 1",
        "MUTE, mute 1",
        "UNMUTE, unmute 1",
        "HANG_UP, hangUp 1"
    })
    void eachAsksForWhatItSays(CallAction action, String command) throws InterruptedException {
        FakeCalls calls = new FakeCalls();
        action.ask(calls, Samples.id("1"));
        assertEquals(command, calls.asked());
    }

    private static Set<CallAction> set(String names) {
        Set<CallAction> set = EnumSet.noneOf(CallAction.class);
        for (String name : names.strip().split(" ", -1)) {
            if (!name.isEmpty()) {
                set.add(CallAction.valueOf(name));
            }
        }
        return set;
    }
}

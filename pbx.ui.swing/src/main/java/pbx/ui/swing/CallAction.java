package pbx.ui.swing;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;

/** What can be done with a call by a button, when, and how it is asked for. */
enum CallAction {
    ANSWER("answer"),
    REJECT("reject"),
    HOLD("hold"),
    RESUME("resume"),
    MUTE("mute"),
    UNMUTE("unmute"),
    HANG_UP("hangUp");

    /** The button's name, and the key of its text. */
    final String id;

    CallAction(String id) {
        this.id = id;
    }

    /** What makes sense for the call as it is. */
    static Set<CallAction> of(Call call) {
        Set<CallAction> found = EnumSet.noneOf(CallAction.class);
        if (call.offered()) {
            found.add(ANSWER);
            found.add(REJECT);
        } else if (!call.state().over() && !ringsElsewhere(call)) {
            found.add(HANG_UP);
            if (call.state() == CallState.ACTIVE) {
                found.add(call.heldHere() ? RESUME : HOLD);
                found.add(call.muted() ? UNMUTE : MUTE);
            }
        }
        return found;
    }

    CompletionStage<Call> ask(Calls calls, CallId id) {
        return switch (this) {
            case ANSWER -> calls.answer(id);
            case REJECT -> calls.reject(id);
            case HOLD -> calls.hold(id);
            case RESUME -> calls.resume(id);
            case MUTE -> calls.mute(id, true);
            case UNMUTE -> calls.mute(id, false);
            case HANG_UP -> calls.hangUp(id);
        };
    }

    private static boolean ringsElsewhere(Call call) {
        return call.direction() == Direction.IN
                && call.state() == CallState.RINGING
                && call.media() == MediaState.ELSEWHERE;
    }
}

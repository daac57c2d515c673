package pbx.ui.swing;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;

/** What can be done with a call by a button, when, and how it is asked for. */
enum CallButton {
    ANSWER("answer"),
    REJECT("reject"),
    HOLD("hold"),
    RESUME("resume"),
    /** Resume while another call of the account is talked: that one is held by it. */
    SWAP("swap"),
    MUTE("mute"),
    UNMUTE("unmute"),
    HANG_UP("hangUp"),
    /** Asks for whom. */
    TRANSFER("transfer"),
    /** Asks for an orbit. */
    PARK("park"),
    RECORD("record"),
    STOP_RECORDING("stopRecording"),
    /** Attended transfer: connects the two far ends and leaves. */
    CONNECT("connect"),
    /** Asks for a room. */
    MERGE("merge"),
    /** Hangs this one up and takes the held one back. */
    BACK("back");

    private static final Set<CallButton> ASKING = EnumSet.of(TRANSFER, PARK, MERGE);

    /** The button's name, and the key of its text. */
    final String id;

    CallButton(String id) {
        this.id = id;
    }

    /** What makes sense for the call as it is, beside another one of its account. */
    static Set<CallButton> of(Call call, Optional<Call> other) {
        Set<CallButton> found = EnumSet.noneOf(CallButton.class);
        if (call.offered()) {
            found.add(ANSWER);
            found.add(REJECT);
        } else if (!call.state().over() && !ringsElsewhere(call)) {
            found.add(HANG_UP);
            if (call.state() == CallState.ACTIVE) {
                addTalking(call, other, found);
            }
        }
        return found;
    }

    /** Whether the user has to choose something before it can be asked for. */
    boolean asks() {
        return ASKING.contains(this);
    }

    CompletionStage<?> ask(Calls calls, Call call, Optional<Call> other) {
        return switch (this) {
            case ANSWER -> calls.answer(call.id());
            case REJECT -> calls.reject(call.id());
            case HOLD -> calls.hold(call.id());
            case RESUME, SWAP -> calls.resume(call.id());
            case MUTE -> calls.mute(call.id(), true);
            case UNMUTE -> calls.mute(call.id(), false);
            case HANG_UP -> calls.hangUp(call.id());
            case RECORD -> calls.record(call.id(), true);
            case STOP_RECORDING -> calls.record(call.id(), false);
            case CONNECT -> calls.transfer(other.orElseThrow().id(), call.id());
            case BACK ->
                calls.hangUp(call.id())
                        .thenCompose(over -> calls.resume(other.orElseThrow().id()));
            case TRANSFER, PARK, MERGE -> throw new IllegalStateException(this + " asks first");
        };
    }

    private static void addTalking(Call call, Optional<Call> other, Set<CallButton> found) {
        boolean swaps = other.filter(o -> !o.heldHere()).isPresent();
        found.add(!call.heldHere() ? HOLD : swaps ? SWAP : RESUME);
        found.add(call.muted() ? UNMUTE : MUTE);
        if (call.media() != MediaState.ELSEWHERE) {
            found.add(TRANSFER);
            found.add(PARK);
            found.add(call.recording() ? STOP_RECORDING : RECORD);
            if (other.isPresent() && !call.heldHere()) {
                found.add(CONNECT);
                found.add(MERGE);
            }
            if (other.filter(Call::heldHere).isPresent() && !call.heldHere()) {
                found.add(BACK);
            }
        }
    }

    private static boolean ringsElsewhere(Call call) {
        return call.direction() == Direction.IN
                && call.state() == CallState.RINGING
                && call.media() == MediaState.ELSEWHERE;
    }
}

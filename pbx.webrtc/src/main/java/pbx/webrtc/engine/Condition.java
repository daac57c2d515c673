package pbx.webrtc.engine;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import pbx.webrtc.AudioEngine.State;

/** How the transport of a session stands and, if it cannot work, why. The session's thread only. */
final class Condition {
    private static final String LONELY =
            "No network interface but loopback is up: WebRTC finds no address to send audio"
                    + " from. Bring one up (it need not lead anywhere), then call again.";
    private static final String FAILED = "No way was found for the audio between here and the far end."
            + " Let a firewall pass UDP, then call again.";
    private static final String STUCK = "This connection took a description it could not apply and cannot be negotiated"
            + " any more. Hang up and call again.";

    private final Picture picture;
    private final BooleanSupplier outward;
    private State state = State.NEW;
    private boolean lonely;
    private boolean stuck;

    Condition(Picture picture, BooleanSupplier outward) {
        this.picture = picture;
        this.outward = outward;
    }

    void changed(State newState) {
        state = newState;
        tell();
    }

    /** Audio is about to be negotiated: see whether there is a network for it. */
    void lookAtNetwork() {
        lonely = !outward.getAsBoolean();
        tell();
    }

    /** The native connection refuses everything from now on. */
    void stuck() {
        stuck = true;
        tell();
    }

    void requireNegotiable() {
        if (stuck) {
            throw Failures.wrongState(STUCK);
        }
    }

    private void tell() {
        picture.state(state, problem());
    }

    private Optional<String> problem() {
        if (stuck) {
            return Optional.of(STUCK);
        }
        if (state == State.CONNECTED) {
            return Optional.empty();
        }
        if (lonely) {
            return Optional.of(LONELY);
        }
        return state == State.FAILED ? Optional.of(FAILED) : Optional.empty();
    }
}

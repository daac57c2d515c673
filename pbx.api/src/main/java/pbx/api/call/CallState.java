package pbx.api.call;

import java.util.Set;

/**
 * Where a call stands. Hold, mute and media are attributes beside the state, never states.
 *
 * <pre>
 *         dial                      answered           media flows
 *  (out)  ----> DIALING --> RINGING ---> CONNECTING ---> ACTIVE ---> ENDING ---> ENDED
 *  (in)   -----------------> RINGING        (any but ENDED may go to ENDING or ENDED)
 * </pre>
 *
 * A state may be skipped forward: a PBX need not say that it rings. Nothing goes back, nothing leaves {@link #ENDED}.
 */
public enum CallState {
    /** Placed by this side; the far end has not been reached yet. */
    DIALING,
    /** The called party is being alerted. */
    RINGING,
    /** Answered; audio is not flowing yet. */
    CONNECTING,
    /** Answered, and audio is connected or there is none on this machine. */
    ACTIVE,
    /** Hung up, and not confirmed or explained by the PBX yet: nothing is heard or said any more. */
    ENDING,
    /** Over. Told last and once. */
    ENDED;

    /** Whether a call in this state may move to {@code next}. Staying is not a move. */
    public boolean mayBecome(CallState next) {
        return this != ENDED && next.compareTo(this) > 0;
    }

    /** DIALING and RINGING: nobody has answered yet. */
    public boolean unanswered() {
        return Set.of(DIALING, RINGING).contains(this);
    }

    /** CONNECTING and ACTIVE: somebody has answered, nobody has hung up. */
    public boolean answered() {
        return Set.of(CONNECTING, ACTIVE).contains(this);
    }

    /** ENDING and ENDED. */
    public boolean over() {
        return Set.of(ENDING, ENDED).contains(this);
    }
}

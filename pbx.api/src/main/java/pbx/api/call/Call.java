package pbx.api.call;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import pbx.api.AccountId;

/**
 * What is known of one call at one moment. Immutable.
 *
 * @param id names the call for ever
 * @param direction who placed it
 * @param remote the other end, as last heard
 * @param state where it stands
 * @param heldHere this side holds it
 * @param heldThere the other side, or the PBX, holds it
 * @param muted the microphone is silenced here
 * @param media how its audio stands
 * @param reachable false while the connection to the PBX is down: commands fail with NOT_CONNECTED, audio may go on
 * @param began when it was placed or first rang here
 * @param answered when it was answered, if it was
 * @param ending present exactly in state ENDED
 */
public record Call(
        CallId id,
        Direction direction,
        Party remote,
        CallState state,
        boolean heldHere,
        boolean heldThere,
        boolean muted,
        MediaState media,
        boolean reachable,
        Instant began,
        Optional<Instant> answered,
        Optional<Ending> ending) {

    public Call {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(remote, "remote");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(media, "media");
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(answered, "answered");
        Objects.requireNonNull(ending, "ending");
        if (ending.isPresent() != (state == CallState.ENDED)) {
            throw new IllegalArgumentException("an ending belongs to ENDED and to nothing else, not to " + state);
        }
    }

    /** The account the call belongs to. */
    public AccountId account() {
        return id.account();
    }

    /** An incoming call that waits for {@link Calls#answer}. */
    public boolean offered() {
        return direction == Direction.IN && state == CallState.RINGING && media != MediaState.ELSEWHERE;
    }
}

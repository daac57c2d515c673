package pbx.api.call;

import java.time.Duration;
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
 * @param ended when it ended, on this machine's clock; present exactly in state ENDED
 * @param recording it is being recorded, at the PBX or here: whoever shows the call MUST show this
 * @param group the queue or ring group through which it came; empty if none did, or the PBX did not say
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
        Optional<Ending> ending,
        Optional<Instant> ended,
        boolean recording,
        String group) {

    public Call {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(remote, "remote");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(media, "media");
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(answered, "answered");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(group, "group");
        if (ending.isPresent() != (state == CallState.ENDED)) {
            throw new IllegalArgumentException("an ending belongs to ENDED and to nothing else, not to " + state);
        }
        if (ended.isPresent() != ending.isPresent()) {
            throw new IllegalArgumentException("an ending has a time, and a time of it an ending");
        }
    }

    /** How long it was talked, from the answer to its end or {@code now}; zero if nobody answered. */
    public Duration talked(Instant now) {
        return answered.map(since -> Duration.between(since, ended.orElse(now))).orElse(Duration.ZERO);
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

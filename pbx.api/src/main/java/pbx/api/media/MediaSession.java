package pbx.api.media;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pbx.api.call.CallId;
import pbx.api.call.MediaState;

/**
 * What is known of one call's audio at one moment. Immutable.
 *
 * @param call whose
 * @param state CONNECTING, CONNECTED or FAILED
 * @param open an offer of this side waits for its answer
 * @param paused neither heard nor hearing, by hold
 * @param muted the microphone is silenced
 * @param candidates the local candidates found so far, in order; the list only grows until a new offer
 * @param notes what the call's controller wants its successor to know; they live as long as the session
 * @param recording it is being written to a file on this machine: whoever shows the call MUST show this
 * @param problem why there is no audio, for people, with what to do
 */
public record MediaSession(
        CallId call,
        MediaState state,
        boolean open,
        boolean paused,
        boolean muted,
        List<Candidate> candidates,
        Map<String, String> notes,
        boolean recording,
        Optional<String> problem) {

    /** One that is not being recorded. */
    public MediaSession(
            CallId call,
            MediaState state,
            boolean open,
            boolean paused,
            boolean muted,
            List<Candidate> candidates,
            Map<String, String> notes,
            Optional<String> problem) {
        this(call, state, open, paused, muted, candidates, notes, false, problem);
    }

    public MediaSession {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(state, "state");
        candidates = List.copyOf(candidates);
        notes = Map.copyOf(notes);
        Objects.requireNonNull(problem, "problem");
    }
}

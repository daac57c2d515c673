package pbx.media;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.CallId;
import pbx.api.call.MediaState;
import pbx.api.media.Candidate;
import pbx.api.media.MediaSession;
import pbx.listeners.Replies;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.EngineException;

/** The engine's words and the platform's for the same things. */
final class Sessions {
    /** Whose sessions ours are in the engine. */
    static final String OWNER = "media";

    static final String PAUSED = "media.paused";
    static final String MUTED = "media.muted";
    /** Since when, in ms, and to which file. */
    static final String RECORDING = "media.recording";
    /** What a former provider read of it. */
    static final String FLIGHT = "media.flight";

    private static final String BROKEN =
            "the network does not carry the call's audio at this moment; another way is looked"
                    + " for as long as the call is up";

    private Sessions() {}

    /** An account's name holds no slash; the call's own id may. */
    static String id(CallId call) {
        return call.account().value() + "/" + call.value();
    }

    static CallId call(String id) {
        int slash = id.indexOf('/');
        return new CallId(new AccountId(id.substring(0, slash)), id.substring(slash + 1));
    }

    static Optional<AudioEngine.Session> find(AudioEngine engine, CallId call) {
        return engine.sessions(OWNER).stream()
                .filter(s -> s.id().equals(id(call)))
                .findFirst();
    }

    /**
     * @param broken it was connected and has not been for some seconds
     * @param devices what is wrong with microphone or speaker: a warning, not a failure of the session
     */
    static MediaSession drawn(AudioEngine.Session session, boolean broken, Optional<String> devices) {
        Map<String, String> notes = new HashMap<>(session.notes());
        boolean paused = notes.remove(PAUSED) != null;
        boolean muted = notes.remove(MUTED) != null;
        boolean recording = notes.remove(RECORDING) != null;
        notes.remove(FLIGHT);
        List<Candidate> candidates = session.candidates().stream()
                .map(c -> new Candidate(c.line(), c.mid(), c.index()))
                .toList();
        return new MediaSession(
                call(session.id()),
                broken ? MediaState.FAILED : state(session),
                session.offering(),
                paused,
                muted,
                candidates,
                notes,
                recording,
                session.problem().or(() -> broken ? Optional.of(BROKEN) : devices));
    }

    private static MediaState state(AudioEngine.Session session) {
        return switch (session.state()) {
            case CONNECTED -> MediaState.CONNECTED;
            case FAILED, CLOSED -> MediaState.FAILED;
            case NEW, CONNECTING, DISCONNECTED ->
                session.problem().isPresent() ? MediaState.FAILED : MediaState.CONNECTING;
        };
    }

    static PbxException unknown(CallId call) {
        return new PbxException(Reason.UNKNOWN_CALL, "call " + call + " has no audio session");
    }

    /** The engine's failures become the platform's. */
    static <T> CompletableFuture<T> translated(CompletableFuture<T> outcome) {
        return outcome.exceptionally(failure -> {
            Throwable bare = Replies.bare(failure);
            if (bare instanceof EngineException engine) {
                throw new PbxException(reason(engine.reason()), engine.getMessage(), engine);
            }
            throw new PbxException(Reason.NO_MEDIA, "the audio engine failed: " + bare.getMessage(), bare);
        });
    }

    private static Reason reason(EngineException.Reason reason) {
        return switch (reason) {
            case NO_ENGINE -> Reason.NO_MEDIA;
            case UNKNOWN -> Reason.UNKNOWN_CALL;
            case INVALID -> Reason.INVALID;
            case WRONG_STATE -> Reason.WRONG_STATE;
        };
    }
}

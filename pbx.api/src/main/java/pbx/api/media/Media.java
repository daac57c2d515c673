package pbx.api.media;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.call.CallId;

/**
 * Audio for calls: one session a call. Who controls calls commands it; others may read.
 *
 * <p>No method blocks. Stages fail with NO_MEDIA (there is no engine, or it refused; the message says why), UNKNOWN_CALL (no
 * session), INVALID (an SDP or candidate that the engine does not accept; the session is as it was) or STOPPED (the provider
 * is being replaced: the session goes on, ask the next one again). Sessions outlive this service; a new provider finds them.
 */
@ProviderType
public interface Media {
    /** A snapshot of the platform's own sessions, oldest first. */
    List<MediaSession> list();

    /** Whether calls can have audio: empty, or why not, for people, with what to do. */
    Optional<String> problem();

    /**
     * An SDP offer for the call; makes its session if there is none. Repeatable: while an offer is open the same one is given
     * again; when none is open a fresh one is made for the same session. Where the session's path is broken (FAILED) the
     * fresh offer restarts ICE: sent to the PBX and answered, it brings the audio back. A session that was CONNECTED turns
     * FAILED when nothing has come through for some seconds or the network it went over is gone; it turns CONNECTED again by
     * itself where the old path recovers first.
     */
    CompletionStage<String> offer(CallId call);

    /** The answer to the PBX's offer; makes the call's session if there is none. Repeating the same offer gives the same answer. */
    CompletionStage<String> answer(CallId call, String offer);

    /** Applies the PBX's answer to the open offer. Completes at once, doing nothing, when none is open. */
    CompletionStage<Void> accept(CallId call, String answer);

    /** A candidate of the PBX, before or after its SDP. One that the engine cannot use is dropped and logged. */
    void candidate(CallId call, Candidate candidate);

    /** Pauses audio both ways (hold), or lets it flow again. Local: nothing is negotiated. */
    CompletionStage<Void> pause(CallId call, boolean paused);

    /** Silences the microphone, or opens it. The far end receives real silence. */
    CompletionStage<Void> mute(CallId call, boolean muted);

    /** Sends digits as RFC 4733 telephone events, 160 ms each with 80 ms between. Completes when they are queued. */
    CompletionStage<Void> press(CallId call, String digits);

    /** Keeps a fact with the session for whoever controls the call next. An empty value removes it. */
    void note(CallId call, String key, String value);

    /**
     * Says that a living controller knows this session. When the last {@link MediaListener} goes, every session is unclaimed;
     * one that nobody claims within 15 s of that is closed, so that no microphone stays open.
     */
    void claim(CallId call);

    /** Ends the session and frees everything it held. */
    void close(CallId call);

    /** A reading of the call's audio now; where it has just begun, the first packets both ways are waited for, 2 s at most. */
    CompletionStage<Quality> quality(CallId call);
}

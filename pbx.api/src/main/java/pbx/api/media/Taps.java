package pbx.api.media;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.call.CallId;

/**
 * A call's sound for plugins: what a voice bot, a transcriber or an announcement needs. No method blocks.
 *
 * <p>Sound is bounded in both directions: a listener that is more than a second behind loses the oldest frames, an injection
 * takes one second. Nothing a plugin does runs on the audio engine's threads. What a bundle opened is closed when it stops.
 * Stages fail with UNKNOWN_CALL where the call has no session, or with STOPPED (open it again at the next provider).
 *
 * <p>Who listens to a call makes others heard where they do not know it: a plugin that stores what it hears MUST say so
 * to its user.
 */
@ProviderType
public interface Taps {
    /** Hears both sides, frame by frame, as long as the session lives. */
    CompletionStage<Tap> listen(CallId call, FrameListener listener);

    /**
     * Plays to the far end, mixed with the microphone. Mute silences the microphone and not an injection; hold silences both.
     *
     * @param alone the microphone is silent while something is being injected
     */
    CompletionStage<Injection> inject(CallId call, boolean alone);
}

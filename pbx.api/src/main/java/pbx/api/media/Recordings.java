package pbx.api.media;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.call.CallId;

/**
 * Recording on this machine; nothing is recorded unless somebody asks. While a call is recorded its
 * {@link MediaSession#recording} MUST be true, from before the first sample is written, so that all who show the call say it.
 * Recording at the PBX is {@link pbx.api.call.Calls#record}.
 *
 * <p>The file MUST be a valid WAV at any time, also when the process is killed, save its last second. It is finished when
 * recording is stopped or the call ends. When the provider is replaced the next one goes on in the same file; the moment
 * between is silence.
 */
@ProviderType
public interface Recordings {
    /** What is being recorded now. */
    List<Recording> list();

    /**
     * Begins, and completes when the file is open; one that runs already is told as it is. Fails with UNKNOWN_CALL where the
     * call has no session, or with REFUSED where the file cannot be written; the message says why.
     */
    CompletionStage<Recording> start(CallId call);

    /** Ends, and completes when the file is closed; at once where nothing is recorded. */
    CompletionStage<Void> stop(CallId call);
}

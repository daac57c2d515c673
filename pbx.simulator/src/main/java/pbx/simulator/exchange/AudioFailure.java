package pbx.simulator.exchange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.webrtc.AudioEngine.EngineException;

/** How a failure of the engine is told on the wire: 415 was observed where the client's side is to blame. */
final class AudioFailure {
    private static final Logger LOG = LoggerFactory.getLogger(AudioFailure.class);
    private static final int MEDIA_REFUSED = 415;
    private static final int NO_SERVICE = 503;

    private AudioFailure() {}

    static int code(Throwable error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        LOG.warn("a call fails for its audio: {}", cause.getMessage());
        boolean refused =
                cause instanceof EngineException failure && failure.reason() == EngineException.Reason.INVALID;
        return refused ? MEDIA_REFUSED : NO_SERVICE;
    }
}

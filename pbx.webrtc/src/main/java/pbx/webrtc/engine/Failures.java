package pbx.webrtc.engine;

import pbx.webrtc.AudioEngine.EngineException;
import pbx.webrtc.AudioEngine.EngineException.Reason;

/** The words in which the engine says no. */
final class Failures {
    private static final int LONGEST_REASON = 200;

    private Failures() {}

    static EngineException noEngine(String text) {
        return new EngineException(Reason.NO_ENGINE, text);
    }

    static EngineException unknown(Key key) {
        return new EngineException(Reason.UNKNOWN, "There is no audio session " + key + ".");
    }

    static EngineException invalid(String what, Throwable cause) {
        return new EngineException(Reason.INVALID, what + ": " + text(cause), cause);
    }

    static EngineException invalid(String text) {
        return new EngineException(Reason.INVALID, text);
    }

    static EngineException wrongState(String text) {
        return new EngineException(Reason.WRONG_STATE, text);
    }

    /** What a caller is told of any failure: ours as it is, everything else as a broken engine. */
    static EngineException of(Throwable error) {
        if (error instanceof EngineException known) {
            return known;
        }
        return new EngineException(Reason.NO_ENGINE, "The audio engine failed: " + text(error), error);
    }

    /** Native messages quote the far end's SDP: one printable line of bounded length. */
    static String text(Throwable error) {
        String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        String line = message.replaceAll("[^\\x20-\\x7e]+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }
}

package pbx.webrtc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * Holds the live peer connections, one a session, for several owners who do not see each other's.
 *
 * <p>A session is named by owner and id; it is made by the first {@link #offer} or {@link #answer} and lives until
 * {@link #close}, whatever becomes of the bundles that use it. All methods may be called from any thread and none blocks;
 * futures complete on the engine's threads and MUST NOT be given blocking work. A future fails with {@link EngineException}.
 * Callbacks given to the engine are called on its threads; one that throws is dropped. No exception ever reaches native code.
 */
public interface AudioEngine {
    /** Why there is no audio on this machine (native libraries missing, with the packages to install); empty if there is. */
    Optional<String> problem();

    /**
     * An SDP offer. Where the session was connected and its path is broken (DISCONNECTED, FAILED), it looks for new ways (ICE
     * restart). While an offer is open (have-local-offer) the same one is given again; else a fresh one is made on the
     * session's own peer connection. Candidates trickle through {@link #listen}.
     */
    CompletableFuture<String> offer(String owner, String id);

    /**
     * The answer to the far end's offer. Rolls an open own offer back first. An offer equal to the last one answered gives
     * the same answer again.
     */
    CompletableFuture<String> answer(String owner, String id, String offer);

    /** Applies the far end's answer; does nothing when no offer is open. */
    CompletableFuture<Void> accept(String owner, String id, String answer);

    /** Adds a candidate of the far end; one that comes before the SDP is kept for it. Unusable ones are dropped. */
    CompletableFuture<Void> candidate(String owner, String id, String line, String mid, int index);

    /** Frees everything the session held, native objects included. Closing what is not there does nothing. */
    CompletableFuture<Void> close(String owner, String id);

    /**
     * Sends DTMF as RFC 4733 events, {@code durationMs} each with {@code gapMs} between. Completes when they are queued.
     */
    CompletableFuture<Void> press(String owner, String id, String digits, int durationMs, int gapMs);

    /**
     * The W3C statistics of the session: each entry is one stats object with its attributes, plus {@code type} (W3C name such
     * as {@code inbound-rtp}) and {@code id}.
     */
    CompletableFuture<List<Map<String, Object>>> stats(String owner, String id);

    /** A snapshot of an owner's sessions, oldest first. */
    List<Session> sessions(String owner);

    /** Keeps a text with the session; an empty value removes it. Does nothing when there is no such session. */
    void note(String owner, String id, String key, String value);

    /**
     * Tells every event of an owner's sessions, in order for each session, from now on. Close to stop. What was before is in
     * {@link #sessions}: register first, then look.
     */
    Registration listen(String owner, BiConsumer<String, Event> listener);

    /**
     * Where the session's outgoing audio comes from: called every 10 ms on a native thread with a frame to fill (480 samples,
     * 48 kHz, mono, all zero). It MUST NOT block. The last source given wins; closing it brings silence. Does nothing when
     * there is no such session.
     */
    Registration source(String owner, String id, PcmSource source);

    /**
     * Where the session's incoming audio goes: called every 10 ms on a native thread. It MUST NOT block. A session may have
     * several. The array is the engine's: copy what is to be kept. Does nothing when there is no such session.
     */
    Registration sink(String owner, String id, PcmSink sink);

    /** Which servers an owner's sessions find their way by, from the next one on; none at first. */
    default void servers(String owner, List<IceServer> servers) {}

    /**
     * A STUN or TURN server.
     *
     * @param url as in RFC 7064 and RFC 7065, for example {@code turn:host:3478?transport=udp}
     * @param user empty for STUN
     * @param password empty for STUN
     */
    record IceServer(String url, String user, String password) {
        /** Never the password. */
        @Override
        public String toString() {
            return url;
        }
    }

    /** One thing that is taken back by closing it. Closing twice does nothing. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** Fills one frame. */
    @FunctionalInterface
    interface PcmSource {
        void fill(short[] frame);
    }

    /** Takes one frame. */
    @FunctionalInterface
    interface PcmSink {
        /**
         * @param samples mono, one value a sample
         * @param rate samples a second: 48000 with Opus, 8000 with G.711
         */
        void take(short[] samples, int rate);
    }

    /** How a session's transport stands. */
    enum State {
        NEW,
        CONNECTING,
        CONNECTED,
        DISCONNECTED,
        FAILED,
        CLOSED
    }

    /**
     * A snapshot of one session.
     *
     * @param offering whether an own offer is open
     * @param candidates the local candidates found so far for the present description
     * @param problem why it cannot connect, if that is known
     */
    record Session(
            String id,
            State state,
            boolean offering,
            List<LocalCandidate> candidates,
            Map<String, String> notes,
            Optional<String> problem) {
        public Session {
            candidates = List.copyOf(candidates);
            notes = Map.copyOf(notes);
        }
    }

    /** One local ICE candidate. */
    record LocalCandidate(String line, String mid, int index) {}

    /** What happened to a session. */
    enum Event {
        /** It was made. */
        OPENED,
        /** Its state, its offering or its problem changed: look at {@link #sessions}. */
        CHANGED,
        /** A local candidate was found: look at {@link #sessions}. */
        CANDIDATE,
        /** A note changed. */
        NOTED,
        /** It is gone. */
        CLOSED
    }

    /** Why the engine could not do it. */
    final class EngineException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Why, for programs. */
        public enum Reason {
            /** No native libraries, or the engine broke. */
            NO_ENGINE,
            /** No such session. */
            UNKNOWN,
            /**
             * The SDP or digits are not acceptable. The session is as it was; only one whose far end's very first description it
             * was may be good for nothing but {@link AudioEngine#close}.
             */
            INVALID,
            /** Not possible in the session's present state. */
            WRONG_STATE
        }

        private final Reason reason;

        public EngineException(Reason reason, String message) {
            super(message);
            this.reason = reason;
        }

        public EngineException(Reason reason, String message, Throwable cause) {
            super(message, cause);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }
}

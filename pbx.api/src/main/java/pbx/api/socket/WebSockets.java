package pbx.api.socket;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLContext;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Holds open sockets by name. A socket outlives whoever opened it: frames that come while nobody is attached wait (bounded)
 * for the next who attaches; a socket to which nobody attaches for a minute is closed, and what waited is dropped.
 *
 * <p>No method blocks. Text frames only: binary messages, and texts longer than {@link #MOST_CHARACTERS}, are dropped with one
 * line in the log, and the socket stays open. Pings are sent every 4 s; a socket from which nothing at all came for 13 s is
 * taken for dead and closed with code 1006, so that a half-open link is known within 15 s. A handshake that takes longer than
 * 10 s fails.
 */
@ProviderType
public interface WebSockets {
    /**
     * The code of a socket that was closed because nothing came from it, or more than could be kept, or nobody attached to it.
     * RFC 6455, 7.1.5.
     */
    int ABNORMAL = 1006;

    /** The longest text that is handed on. */
    int MOST_CHARACTERS = 8 << 20;

    /**
     * Opens a socket under {@code name}; one of that name that is there already is closed first, silently.
     *
     * @param headers for the handshake
     * @param trust how {@code wss} is verified; empty: by the JVM's own trust store
     * @return completes when the socket is open, or fails with an {@link OpenException}. The receiver may be attached before
     */
    CompletionStage<Void> open(String name, URI uri, Map<String, String> headers, Optional<SSLContext> trust);

    /** Whether there is an open socket of that name. */
    boolean isOpen(String name);

    /** Writes one text frame. Completes when it is handed to the operating system; fails with IllegalStateException if it is not open. */
    CompletionStage<Void> send(String name, String text);

    /**
     * Asks for a sign of life at once: the network may have changed, or the machine has slept. If nothing comes within
     * {@code patience}, the socket is closed with code 1006. Does nothing if there is none.
     */
    void probe(String name, Duration patience);

    /** How long the far end took to answer the last ping; empty where there is no socket, or no answer yet. */
    Optional<Duration> roundTrip(String name);

    /**
     * Closes a socket normally; its receiver is not told. What the far end sends from then on is dropped, and if it goes on for
     * 10 s it is cut off. Does nothing if there is none.
     */
    void close(String name);

    /**
     * From now on {@code receiver} is told what comes, beginning with the frames that waited. It replaces the receiver that
     * was there. Its calls come one at a time, in the order of the wire, and MUST only hand on.
     *
     * @return close to detach; frames wait again
     */
    AutoCloseable attach(String name, Receiver receiver);

    /** What the opener wants its successor to know; lives as long as the socket. Empty if there is no socket. */
    Map<String, String> notes(String name);

    /** Keeps a note with an open socket. */
    void note(String name, String key, String value);

    /** Who is told what comes. */
    interface Receiver {
        void text(String frame);

        /** Told once, last: the socket is gone, not by {@link WebSockets#close}. */
        void closed(int code, String reason);
    }
}

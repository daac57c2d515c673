package pbx.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pbx.api.socket.WebSockets;

/** What an account is connected to: a PBX, or a recording of one. */
interface Line {
    /** A fresh session. Fails with a PbxException. */
    CompletableFuture<Session> login(Duration patience);

    /** Opens the socket in that session; one that was open is closed silently. */
    CompletionStage<Void> open(Session session);

    /** Whether a socket is open already, left by a predecessor for the same account. */
    boolean isOpen();

    /** How long the PBX took to answer the last ping; empty where nothing is known. */
    default Optional<Duration> roundTrip() {
        return Optional.empty();
    }

    /** See {@link WebSockets#notes}. */
    Map<String, String> notes();

    void note(String key, String value);

    /** Fails unless the socket is open. */
    CompletionStage<Void> send(String frame);

    /** Tells {@code receiver} what comes. */
    AutoCloseable attach(WebSockets.Receiver receiver);

    /** Asks for a sign of life. */
    void probe();

    /** Closes the socket silently. */
    void close();

    /** See {@link pbx.api.connection.Connection#ask}; a session that has run out is renewed. */
    CompletionStage<Object> ask(Session session, String method, String path, Map<String, Object> body);

    /** See {@link pbx.api.connection.Connection#fetch}; as {@link #ask}. */
    CompletionStage<byte[]> fetch(Session session, String path);
}

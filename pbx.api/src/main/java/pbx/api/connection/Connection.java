package pbx.api.connection;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.AccountId;
import pbx.api.PbxException;

/**
 * One account's signalling connection. The service exists for as long as the account is configured, whether or not the PBX
 * can be reached: the provider MUST NOT hide the loss of the network, {@link #status()} tells it.
 */
@ProviderType
public interface Connection {
    AccountId account();

    /** A snapshot. Never blocks. */
    ConnectionStatus status();

    /** How long the PBX took lately to answer the smallest question; empty while nothing is known. Never blocks. */
    default Optional<Duration> latency() {
        return Optional.empty();
    }

    /**
     * Says that somebody waits for this connection, such as a call that is up: while it is lost it MUST be tried for eagerly,
     * with at most 0.25 s between two tries, for the next 15 s. Whoever waits longer says so again. Does nothing where the
     * connection is open, or was refused. Never blocks.
     */
    default void urgent() {}

    /**
     * Sends one message. Completes when it is written to the socket, which does not mean that the PBX has understood it.
     * Fails with NOT_CONNECTED at once when the connection is not open: nothing is queued for later.
     */
    CompletionStage<Void> send(Message message);

    /**
     * One REST request to the PBX with the account's session (protocol notes section 8).
     *
     * @param method for example {@code GET} or {@code POST}
     * @param path below the server's address, with {@code %s} where the URL-encoded {@code extension@tenant} belongs, for
     *     example {@code /rest/user/%s/dnd}
     * @param body the JSON object to send; empty sends none
     * @return the JSON value of the answer: a map, list, text, number or boolean, or null for an empty one. Fails with
     *     NOT_CONNECTED, REFUSED (any status but 2xx; the message names it) or TIMED_OUT (10 s)
     */
    CompletionStage<Object> ask(String method, String path, Map<String, Object> body);

    /**
     * A file of the PBX with the account's session, such as a voice message's sound.
     *
     * @param path as of {@link #ask}
     * @return its bytes. Fails as {@link #ask}, and with UNSUPPORTED where the provider has no files
     */
    default CompletionStage<byte[]> fetch(String path) {
        return CompletableFuture.failedFuture(new PbxException(
                PbxException.Reason.UNSUPPORTED, "files of the PBX cannot be read on this connection"));
    }
}

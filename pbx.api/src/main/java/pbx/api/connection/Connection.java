package pbx.api.connection;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.AccountId;

/**
 * One account's signalling connection. The service exists for as long as the account is configured, whether or not the PBX
 * can be reached: the provider MUST NOT hide the loss of the network, {@link #status()} tells it.
 */
@ProviderType
public interface Connection {
    AccountId account();

    /** A snapshot. Never blocks. */
    ConnectionStatus status();

    /**
     * Sends one message. Completes when it is written to the socket, which does not mean that the PBX has understood it.
     * Fails with NOT_CONNECTED at once when the connection is not open: nothing is queued for later.
     */
    CompletionStage<Void> send(Message message);
}

package pbx.api.message;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.AccountId;

/**
 * Conversations in writing, read from the PBX. No method blocks. Stages fail with NOT_CONNECTED, REFUSED, TIMED_OUT, INVALID,
 * UNKNOWN_ACCOUNT or STOPPED.
 */
@ProviderType
public interface Chats {
    /** The newest lines of a conversation; they count as read. */
    CompletionStage<Chat> read(AccountId account, String with);

    /**
     * Writes a line. Completes with the conversation as it is then. Once the PBX has taken the line it MUST NOT fail any more: where
     * the conversation cannot be read again it completes with what is known. INVALID where the text is blank or too long.
     */
    CompletionStage<Chat> send(AccountId account, String with, String text);
}

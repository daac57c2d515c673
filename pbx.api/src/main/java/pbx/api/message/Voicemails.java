package pbx.api.message;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.AccountId;

/**
 * The mailboxes of all accounts, read from their PBX. No method blocks. Stages fail with NOT_CONNECTED, REFUSED, TIMED_OUT,
 * UNKNOWN_ACCOUNT, UNSUPPORTED or STOPPED.
 */
@ProviderType
public interface Voicemails {
    /** What was read last, newest first. */
    List<Voicemail> list();

    /** Reads the account's mailbox anew. The provider does so itself when the account connects and from time to time. */
    CompletionStage<Void> refresh(AccountId account);

    /** The message's sound as a WAV file. It counts as heard from then on. */
    CompletionStage<byte[]> sound(AccountId account, String id);

    /** Deletes a message at the PBX. */
    CompletionStage<Void> delete(AccountId account, String id);
}

package pbx.api.history;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.AccountId;

/**
 * The past calls of all accounts, read from their PBX: shared by all devices of an extension, kept by none. No method blocks.
 * Stages fail with NOT_CONNECTED, REFUSED, TIMED_OUT, UNKNOWN_ACCOUNT or STOPPED.
 */
@ProviderType
public interface History {
    /** What was read last, newest first; of each account the 200 newest at most. */
    List<HistoryEntry> list();

    /** Reads the account's history anew. The provider does so itself when the account connects and after each of its calls. */
    CompletionStage<Void> refresh(AccountId account);

    /** The user has seen the account's missed calls: none counts any more. Completes when the PBX has taken all of it. */
    CompletionStage<Void> seen(AccountId account);

    /** Removes an entry at the PBX. */
    CompletionStage<Void> remove(AccountId account, String id);
}

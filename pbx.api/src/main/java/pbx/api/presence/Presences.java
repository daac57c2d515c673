package pbx.api.presence;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.AccountId;

/** The presence of every account that the own accounts can see. No method blocks. */
@ProviderType
public interface Presences {
    /** A snapshot, ordered by own account and number. */
    List<Presence> list();

    /**
     * Switches do-not-disturb of an own account. Completes when the PBX shows it, or exceptionally with NOT_CONNECTED,
     * UNKNOWN_ACCOUNT, TIMED_OUT or STOPPED.
     */
    CompletionStage<Presence> dnd(AccountId mine, boolean on);
}

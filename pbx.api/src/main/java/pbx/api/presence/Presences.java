package pbx.api.presence;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.AccountId;

/** The presence of every account that the own accounts can see. No method blocks. */
@ProviderType
public interface Presences {
    /** A snapshot, ordered by own account and number. */
    List<Presence> list();

    /** One account as {@code seenBy} sees it, at the cost of a look-up. */
    Optional<Presence> find(AccountId seenBy, String number);

    /**
     * The accounts whose number begins with {@code text}, then those of whose name every word of {@code text} begins some
     * word, whatever the order, case or accents; each once for every own account that sees it.
     *
     * @param text blank finds nothing
     * @param most how many at most; not positive finds nothing
     */
    List<Presence> search(String text, int most);

    /**
     * Switches do-not-disturb of an own account. Completes when the PBX shows it, or exceptionally with NOT_CONNECTED,
     * UNKNOWN_ACCOUNT, TIMED_OUT or STOPPED.
     */
    CompletionStage<Presence> dnd(AccountId mine, boolean on);

    /**
     * Shows an own account as there, or not there, for chat. Completes when the PBX shows it, or exceptionally as
     * {@link #dnd}, and with UNSUPPORTED where no way to say it to the PBX is known: as of now, that is every PBX.
     */
    CompletionStage<Presence> show(AccountId mine, boolean available);
}

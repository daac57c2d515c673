package pbx.api.history;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pbx.api.AccountId;

/**
 * An account's history was read anew, or could not be.
 *
 * @param entries all that is known of the account, newest first; empty when the account is gone
 * @param problem why it could not be read, for people; {@code entries} are then those of before
 */
public record HistoryChange(AccountId account, List<HistoryEntry> entries, Optional<String> problem) {
    public HistoryChange {
        Objects.requireNonNull(account, "account");
        entries = List.copyOf(entries);
        Objects.requireNonNull(problem, "problem");
    }
}

package pbx.api.message;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pbx.api.AccountId;

/**
 * An account's mailbox was read anew, or could not be.
 *
 * @param messages all of the account, newest first; empty when the account is gone
 * @param problem why it could not be read, for people; {@code messages} are then those of before
 */
public record VoicemailChange(AccountId account, List<Voicemail> messages, Optional<String> problem) {
    public VoicemailChange {
        Objects.requireNonNull(account, "account");
        messages = List.copyOf(messages);
        Objects.requireNonNull(problem, "problem");
    }
}

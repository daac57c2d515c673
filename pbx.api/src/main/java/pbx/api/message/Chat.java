package pbx.api.message;

import java.util.List;
import java.util.Objects;
import pbx.api.AccountId;

/**
 * A conversation in writing with one colleague, as far as it was read. Immutable.
 *
 * @param account whose
 * @param with the colleague's number
 * @param messages oldest first
 */
public record Chat(AccountId account, String with, List<ChatMessage> messages) {
    public Chat {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(with, "with");
        messages = List.copyOf(messages);
    }
}

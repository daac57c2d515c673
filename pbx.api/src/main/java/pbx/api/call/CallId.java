package pbx.api.call;

import java.util.Objects;
import pbx.api.AccountId;

/**
 * Names one call for ever; ids are never used again. It is the id that this side gave or first heard; if the PBX answers
 * with an id of its own (protocol notes, "Call-ids"), that is an alias inside the provider and this id stays.
 *
 * @param account the account the call belongs to
 * @param value unique within the account
 */
public record CallId(AccountId account, String value) {
    public CallId {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a call id is blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

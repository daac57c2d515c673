package pbx.api;

import java.util.Objects;

/**
 * Names one configured account, for as long as its configuration exists.
 *
 * @param value the configuration's own unique name, for example {@code demo} for {@code pbx.account-demo.cfg}; never blank
 */
public record AccountId(String value) {
    public AccountId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("an account's name is blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

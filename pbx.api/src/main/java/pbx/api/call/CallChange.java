package pbx.api.call;

import java.util.Objects;
import java.util.Optional;

/**
 * One change of one call.
 *
 * @param before empty: this is the first you hear of the call (it is new, or you are)
 * @param after the call now
 */
public record CallChange(Optional<Call> before, Call after) {
    public CallChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** Whether the call entered {@code state} by this change. */
    public boolean entered(CallState state) {
        return after.state() == state && before.map(b -> b.state() != state).orElse(true);
    }
}

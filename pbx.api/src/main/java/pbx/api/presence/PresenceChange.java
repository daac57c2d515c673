package pbx.api.presence;

import java.util.Objects;
import java.util.Optional;

/**
 * One change of one account's presence.
 *
 * @param before empty: this is the first you hear of the account
 * @param after empty: the account is gone (deleted on the PBX, or the own account that saw it was removed)
 */
public record PresenceChange(Optional<Presence> before, Optional<Presence> after) {
    public PresenceChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}

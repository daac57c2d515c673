package pbx.api.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import pbx.api.AccountId;
import pbx.api.call.Party;

/**
 * A message that a caller left. Immutable.
 *
 * @param account whose mailbox it is in
 * @param id names it at the PBX
 * @param from who left it; all texts come from strangers
 * @param left when, on the PBX's clock
 * @param length how long it plays; zero if the PBX did not say
 * @param heard it was listened to; the others make the message lamp
 */
public record Voicemail(AccountId account, String id, Party from, Instant left, Duration length, boolean heard) {
    public Voicemail {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(length, "length");
    }
}

package pbx.api.connection;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.osgi.annotation.versioning.ProviderType;
import pbx.api.AccountId;

/** What was said with the PBXs lately, masked: no secret, number or name is left in it. For people who look for a fault. */
@ProviderType
@FunctionalInterface
public interface Wire {
    /** The last messages of all accounts, oldest first, at most 500. Never blocks for long. */
    List<Line> last();

    /**
     * One message.
     *
     * @param sent by this side
     * @param text JSON, masked; the same number is the same other number in all lines of one answer
     */
    record Line(Instant at, AccountId account, boolean sent, String kind, String text) {
        public Line {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(text, "text");
        }
    }
}

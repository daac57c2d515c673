package pbx.api.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import pbx.api.AccountId;
import pbx.api.call.Direction;
import pbx.api.call.Party;

/**
 * One past call of an account, as its PBX remembers it. Immutable.
 *
 * @param account whose
 * @param id names it at the PBX
 * @param direction who placed it
 * @param remote the other end; all texts come from strangers
 * @param began when it was placed or first rang, on the PBX's clock
 * @param answered when it was answered, if it was
 * @param ended when it ended, if the PBX said
 * @param group the queue or ring group through which it came; empty if none did
 * @param seen the user has seen it: a missed call that was not seen is counted in the badge
 */
public record HistoryEntry(
        AccountId account,
        String id,
        Direction direction,
        Party remote,
        Instant began,
        Optional<Instant> answered,
        Optional<Instant> ended,
        String group,
        boolean seen) {

    public HistoryEntry {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(remote, "remote");
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(answered, "answered");
        Objects.requireNonNull(ended, "ended");
        Objects.requireNonNull(group, "group");
    }

    /** Somebody called, and nobody of this account answered. */
    public boolean missed() {
        return direction == Direction.IN && answered.isEmpty();
    }

    /** How long it was talked; zero if nobody answered or the PBX did not say. */
    public Duration talked() {
        return answered.flatMap(since -> ended.map(until -> Duration.between(since, until)))
                .filter(length -> !length.isNegative())
                .orElse(Duration.ZERO);
    }
}

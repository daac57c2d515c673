package pbx.callcontrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import pbx.api.AccountId;
import pbx.api.call.CallId;
import pbx.api.call.Direction;

/** The calls that are over: what still comes of them must not bring them back. Confined to the writer thread. */
final class Past {
    private static final int REMEMBERED = 1_000;
    /** How late a first word of the PBX about a call may come. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Set<CallId> over = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    /** When the last call ended of which the PBX had not spoken. */
    private final Map<AccountId, Instant> unnamed = new HashMap<>();

    Past(Clock clock) {
        this.clock = clock;
    }

    void add(Leg leg) {
        over.add(leg.id);
        if (leg.direction == Direction.OUT && !leg.named) {
            unnamed.put(leg.id.account(), clock.instant());
        }
    }

    boolean holds(CallId id) {
        return over.contains(id);
    }

    /** Whether a call of this account ended just now of which the PBX had not spoken yet; it still may. */
    boolean endedUnnamed(AccountId account) {
        Instant last = unnamed.get(account);
        return last != null && last.plus(LATE).isAfter(clock.instant());
    }
}

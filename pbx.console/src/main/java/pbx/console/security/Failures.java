package pbx.console.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts wrong passwords: after 5 in a minute an address is locked out until the minute is over. */
final class Failures {
    private static final int MOST = 5;
    private static final int MOST_ADDRESSES = 1000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Deque<Instant>> byAddress = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    Failures(Clock clock) {
        this.clock = clock;
    }

    /** Answers whether this failure was the one that locked the address out. */
    synchronized boolean failed(String address) {
        Deque<Instant> failures = recent(address);
        failures.add(clock.instant());
        byAddress.put(address, failures);
        return failures.size() == MOST;
    }

    synchronized boolean lockedOut(String address) {
        return recent(address).size() >= MOST;
    }

    private Deque<Instant> recent(String address) {
        Deque<Instant> failures = byAddress.getOrDefault(address, new ArrayDeque<>());
        Instant begin = clock.instant().minus(WINDOW);
        while (!failures.isEmpty() && !failures.getFirst().isAfter(begin)) {
            failures.removeFirst();
        }
        return failures;
    }
}

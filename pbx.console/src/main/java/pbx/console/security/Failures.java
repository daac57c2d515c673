package pbx.console.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong passwords of one minute: 5 lock out a user at an address, 20 an address, until the minute is over. What is
 * tried meanwhile is not counted, so a lock-out always ends, and it ends nowhere else's way in.
 */
final class Failures {
    private static final int MOST_OF_USER = 5;
    private static final int MOST_OF_ADDRESS = 20;
    private static final int MOST_KEYS = 2000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private record Key(String address, String user) {}

    private final Clock clock;
    private final Map<Key, Deque<Instant>> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Deque<Instant>> eldest) {
            return size() > MOST_KEYS;
        }
    };

    Failures(Clock clock) {
        this.clock = clock;
    }

    /** Answers whether this failure was the one that locked out. */
    synchronized boolean failed(String address, String user) {
        boolean ofUser = count(new Key(address, user)) == MOST_OF_USER;
        boolean ofAddress = count(new Key(address, "")) == MOST_OF_ADDRESS;
        return ofUser || ofAddress;
    }

    synchronized boolean lockedOut(String address, String user) {
        return recent(new Key(address, user)).size() >= MOST_OF_USER
                || recent(new Key(address, "")).size() >= MOST_OF_ADDRESS;
    }

    /** A user has got a new password from the terminal: who stands before the door may try at once. */
    synchronized void forget(String user) {
        failures.keySet().removeIf(key -> key.user().equals(user) || key.user().isEmpty());
    }

    private int count(Key key) {
        Deque<Instant> recent = recent(key);
        recent.add(clock.instant());
        failures.put(key, recent);
        return recent.size();
    }

    private Deque<Instant> recent(Key key) {
        Deque<Instant> recent = failures.getOrDefault(key, new ArrayDeque<>());
        Instant begin = clock.instant().minus(WINDOW);
        while (!recent.isEmpty() && !recent.getFirst().isAfter(begin)) {
            recent.removeFirst();
        }
        return recent;
    }
}

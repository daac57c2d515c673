package pbx.simulator.http;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random words that stand for somebody until they expire. */
final class Tickets {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 20;
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Duration life;
    private final Random random = new SecureRandom();
    private final Map<String, Ticket> tickets = new LinkedHashMap<>();

    Tickets(InstantSource clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    synchronized String issue(Identity identity) {
        Instant now = clock.instant();
        tickets.values().removeIf(ticket -> !now.isBefore(ticket.end()));
        if (tickets.size() >= MOST) {
            tickets.remove(tickets.keySet().iterator().next());
        }
        String word = word();
        tickets.put(word, new Ticket(identity, now.plus(life)));
        return word;
    }

    /** What the word stands for; using it makes it live on. */
    synchronized Optional<Identity> use(String word) {
        Optional<Identity> identity = take(word);
        identity.ifPresent(
                mine -> tickets.put(word, new Ticket(mine, clock.instant().plus(life))));
        return identity;
    }

    /** What the word stands for, for the last time. */
    synchronized Optional<Identity> take(String word) {
        Instant now = clock.instant();
        return Optional.ofNullable(tickets.remove(word))
                .filter(ticket -> now.isBefore(ticket.end()))
                .map(Ticket::identity);
    }

    /** None is good any more. */
    synchronized void clear() {
        tickets.clear();
    }

    private String word() {
        StringBuilder word = new StringBuilder(LENGTH);
        random.ints(LENGTH, 0, LETTERS.length()).mapToObj(LETTERS::charAt).forEach(word::append);
        return word.toString();
    }

    private record Ticket(Identity identity, Instant end) {}
}

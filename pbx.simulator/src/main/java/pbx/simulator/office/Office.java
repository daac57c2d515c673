package pbx.simulator.office;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.exchange.Loop;

/**
 * People at some extensions of a tenant. They live on the exchange's loop and cost no audio. The same seed makes the same day,
 * as far as nobody else takes part in it. Extensions that are not among their seats are never rung, but for one that may be
 * named.
 */
public final class Office implements AutoCloseable {
    private final Loop loop;
    private final List<Person> people;
    private final Strangers strangers;
    private final Optional<String> rings;
    private volatile boolean open = true;

    /**
     * Opens it.
     *
     * @param seats extensions; those that the exchange does not know stay empty
     * @param rings an extension that they ring now and then, or empty
     */
    public Office(Exchange exchange, Loop loop, List<String> seats, String rings, long seed) {
        this.loop = loop;
        this.rings = Optional.of(rings).filter(exchange::knows);
        this.strangers = new Strangers(exchange);
        this.people = seats.stream()
                .filter(exchange::knows)
                .map(seat ->
                        new Person(this, exchange, seat, new Habits(new Random(seed * 10_007 + Long.parseLong(seat)))))
                .toList();
        loop.execute(() -> people.forEach(Person::morning));
    }

    Loop loop() {
        return loop;
    }

    boolean isOpen() {
        return open;
    }

    /** Somebody here who could be rung now. */
    Optional<Person> colleague(Person asking, Habits habits) {
        List<Person> free = people.stream()
                .filter(person -> person != asking && person.isFree())
                .toList();
        return habits.oneOf(free);
    }

    boolean sitsHere(String number) {
        return people.stream().anyMatch(person -> person.seat().equals(number));
    }

    /** Who is at the demo, if they want to be rung. */
    Optional<String> visitor() {
        return rings;
    }

    Strangers strangers() {
        return strangers;
    }

    /** Everybody goes home. */
    @Override
    public void close() {
        open = false;
        loop.execute(() -> people.forEach(Person::leave));
    }
}

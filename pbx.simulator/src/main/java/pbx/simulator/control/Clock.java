package pbx.simulator.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pbx.simulator.exchange.Loop;

/** A loop whose time can be moved on: what was to happen meanwhile happens at once, in its order. */
public final class Clock implements Loop, InstantSource {
    private final Loop loop;
    private final Set<Waiting> waiting = new HashSet<>();
    private Duration ahead = Duration.ZERO;
    private long count;

    /** @param loop does the work, and tells the time that passes by itself */
    public Clock(Loop loop) {
        this.loop = loop;
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(task);
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Waiting entry = new Waiting(now().plus(delay), ++count, task);
        waiting.add(entry);
        entry.sleep(delay);
        return () -> forget(entry);
    }

    @Override
    public synchronized Instant now() {
        return loop.now().plus(ahead);
    }

    /** The same, for those who know no loop. */
    @Override
    public Instant instant() {
        return now();
    }

    /** Moves time on, never back; on the loop, so that what was asked before has set its timers. */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + by);
        }
        loop.execute(() -> due(by).forEach(entry -> loop.execute(entry::ring)));
    }

    private synchronized List<Waiting> due(Duration by) {
        ahead = ahead.plus(by);
        Instant now = now();
        List<Waiting> due = waiting.stream()
                .filter(entry -> !entry.at.isAfter(now))
                .sorted(Comparator.comparing((Waiting entry) -> entry.at).thenComparing(entry -> entry.number))
                .toList();
        waiting.stream()
                .filter(entry -> entry.at.isAfter(now))
                .forEach(entry -> entry.sleep(Duration.between(now, entry.at)));
        return due;
    }

    private synchronized boolean forget(Waiting entry) {
        entry.bell.cancel();
        return waiting.remove(entry);
    }

    /** One task. Whoever rings first runs it, the clock by itself or {@link #advance}. */
    private final class Waiting {
        private final Instant at;
        private final long number;
        private final Runnable task;
        private Timer bell = () -> {};

        Waiting(Instant at, long number, Runnable task) {
            this.at = at;
            this.number = number;
            this.task = task;
        }

        void sleep(Duration left) {
            bell.cancel();
            bell = loop.after(left, this::ring);
        }

        void ring() {
            if (forget(this)) {
                task.run();
            }
        }
    }
}

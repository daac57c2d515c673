package pbx.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pbx.simulator.exchange.Loop;
import pbx.simulator.exchange.LoopThread;

/** The real thread, with time that passes only when told. */
public final class CrankedLoop implements Loop, InstantSource, AutoCloseable {
    private final LoopThread thread = new LoopThread();
    private final List<Waiting> waiting = new ArrayList<>();
    private int unfinished;
    private Instant time = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public void execute(Runnable task) {
        finished(1);
        thread.execute(() -> {
            try {
                task.run();
            } finally {
                finished(-1);
            }
        });
    }

    private synchronized void finished(int more) {
        unfinished += more;
        notifyAll();
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Waiting entry = new Waiting(time.plus(delay), task);
        waiting.add(entry);
        return () -> forget(entry);
    }

    private synchronized void forget(Waiting entry) {
        waiting.remove(entry);
    }

    @Override
    public Instant now() {
        return instant();
    }

    @Override
    public synchronized Instant instant() {
        return time;
    }

    /** Lets time pass, once what was posted before has set its timers; what was due has been done when it returns. */
    public void advance(Duration by) {
        settle();
        List<Runnable> due = due(by);
        execute(() -> due.forEach(this::execute));
        settle();
    }

    private synchronized List<Runnable> due(Duration by) {
        time = time.plus(by);
        List<Waiting> due = waiting.stream()
                .filter(entry -> !entry.at.isAfter(time))
                .sorted(Comparator.comparing(entry -> entry.at))
                .toList();
        waiting.removeAll(due);
        return due.stream().map(entry -> entry.task).toList();
    }

    /** What was posted before, and all that this posted in its turn, has been done when it returns. */
    public synchronized void settle() {
        try {
            while (unfinished > 0) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        thread.close();
    }

    private static final class Waiting {
        private final Instant at;
        private final Runnable task;

        Waiting(Instant at, Runnable task) {
            this.at = at;
            this.task = task;
        }
    }
}

package pbx.presence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import pbx.listeners.Writer;

/** A writer and a clock that stand still until they are cranked. */
final class HandCranked implements Writer {
    private final Queue<Runnable> posted = new ArrayDeque<>();
    private final List<Due> timers = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Due(Duration when, Runnable work) {}

    /** Runs everything that was posted, and what that posts. */
    void run() {
        for (Runnable work = posted.poll(); work != null; work = posted.poll()) {
            work.run();
        }
    }

    /** Lets time pass, timer by timer. */
    void pass(Duration time) {
        Duration end = now.plus(time);
        run();
        for (Optional<Due> next = next(end); next.isPresent(); next = next(end)) {
            timers.remove(next.get());
            now = next.get().when();
            next.get().work().run();
            run();
        }
        now = end;
    }

    private Optional<Due> next(Duration end) {
        return timers.stream().filter(due -> due.when().compareTo(end) <= 0).min(Comparator.comparing(Due::when));
    }

    @Override
    public boolean post(Runnable work) {
        return posted.add(work);
    }

    @Override
    public Timer after(Duration delay, Runnable work) {
        Due due = new Due(now.plus(delay), work);
        timers.add(due);
        return () -> timers.remove(due);
    }

    @Override
    public void close() {
        posted.clear();
        timers.clear();
    }
}

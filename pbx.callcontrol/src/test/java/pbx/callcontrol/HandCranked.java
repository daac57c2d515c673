package pbx.callcontrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import pbx.listeners.Writer;

/** Writers and a clock that stand still until they are cranked. */
final class HandCranked extends Clock {
    private final Queue<Runnable> posted = new ArrayDeque<>();
    private final List<Due> timers = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private record Due(Instant when, Runnable work) {}

    /** Runs everything that was posted, and what that posts. */
    void run() {
        for (Runnable work = posted.poll(); work != null; work = posted.poll()) {
            work.run();
        }
    }

    /** Runs one piece of what was posted. */
    void step() {
        posted.remove().run();
    }

    /** Lets time pass, timer by timer. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        run();
        while (true) {
            Due next = timers.stream()
                    .filter(d -> !d.when().isAfter(end))
                    .min(Comparator.comparing(Due::when))
                    .orElse(null);
            if (next == null) {
                break;
            }
            timers.remove(next);
            now = next.when();
            next.work().run();
            run();
        }
        now = end;
    }

    /** One instance's own writer: once closed it does nothing, whoever still posts. */
    Writer writer() {
        return new Writer() {
            private boolean closed;

            @Override
            public boolean post(Runnable work) {
                return !closed && posted.add(() -> run(work));
            }

            @Override
            public Timer after(Duration delay, Runnable work) {
                Due due = new Due(now.plus(delay), () -> run(work));
                timers.add(due);
                return () -> timers.remove(due);
            }

            private void run(Runnable work) {
                if (!closed) {
                    work.run();
                }
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

package pbx.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pbx.listeners.Writer;

/** A writer that does at once what is posted, and what is for later when the test turns the crank. */
final class Cranked implements Writer {
    private final List<Runnable> timers = new ArrayList<>();

    @Override
    public boolean post(Runnable work) {
        work.run();
        return true;
    }

    @Override
    public Timer after(Duration delay, Runnable work) {
        timers.add(work);
        return () -> timers.remove(work);
    }

    /** Does what was for later until now. */
    void turn() {
        List<Runnable> due = List.copyOf(timers);
        timers.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public void close() {
        timers.clear();
    }
}

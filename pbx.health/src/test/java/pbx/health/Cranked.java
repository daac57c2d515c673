package pbx.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pbx.listeners.Writer;

/** A writer whose timers run when the test says so. */
final class Cranked implements Writer {
    final List<Runnable> later = new ArrayList<>();

    @Override
    public boolean post(Runnable work) {
        work.run();
        return true;
    }

    @Override
    public Timer after(Duration delay, Runnable work) {
        later.add(work);
        return () -> later.remove(work);
    }

    void crank() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    @Override
    public void close() {
        later.clear();
    }
}

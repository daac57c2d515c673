package pbx.simulator.exchange;

import java.time.Duration;
import java.time.Instant;

/** A loop that shows what has changed after every task, so that no task need remember to. */
final class ShowingLoop implements Loop {
    private final Loop loop;
    private volatile Runnable show = () -> {};

    ShowingLoop(Loop loop) {
        this.loop = loop;
    }

    /** What is to be done after every task. */
    void show(Runnable what) {
        show = what;
    }

    @Override
    public void execute(Runnable task) {
        loop.execute(() -> run(task));
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        return loop.after(delay, () -> run(task));
    }

    @Override
    public Instant now() {
        return loop.now();
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            show.run();
        }
    }
}

package pbx.console;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs a task after some milliseconds; time is injected so that tests need not wait for it. */
@FunctionalInterface
public interface Later {
    void run(Runnable task, long millis);

    /** On a scheduler; once that is stopped, tasks are dropped. */
    static Later on(ScheduledExecutorService scheduler) {
        return (task, millis) -> {
            try {
                var unused = scheduler.schedule(task, millis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopped) {
                // nothing is due any more
            }
        };
    }
}

package pbx.simulator.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;

/** The one thread that owns all accounts, sockets and calls, with its sense of time. Tasks run in the order they came. */
public interface Loop extends Executor {

    /** Runs the task here once the time has passed, unless it was cancelled before. */
    Timer after(Duration delay, Runnable task);

    /** The time by which the loop lives. */
    Instant now();

    /** A task that waits for its time. */
    @FunctionalInterface
    interface Timer {
        /** Cancelling what ran or was cancelled does nothing. */
        void cancel();
    }
}

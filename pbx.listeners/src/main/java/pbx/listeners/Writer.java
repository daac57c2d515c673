package pbx.listeners;

import java.time.Duration;

/**
 * The one thread that changes a provider's picture. Everything that happens (commands, messages, timers, binds) is posted
 * here and runs in that order; tests crank it by hand.
 */
public interface Writer extends AutoCloseable {
    /**
     * Runs {@code work} after everything posted before. Does nothing once closed: SCR unbinds after it deactivates.
     *
     * @return whether it was taken; what must not be lost goes to a successor where it was not
     */
    boolean post(Runnable work);

    /** Posts {@code work} when {@code delay} has passed, unless the timer is closed first or the writer is. */
    Timer after(Duration delay, Runnable work);

    /** Takes no more work and does what was posted before; interrupts it if that takes longer than a moment. */
    @Override
    void close();

    /** One pending piece of work. */
    interface Timer extends AutoCloseable {
        @Override
        void close();
    }
}

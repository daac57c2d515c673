package pbx.listeners;

import java.util.concurrent.Semaphore;

/**
 * Lets a flood wait where it comes from: whoever posts through it blocks while too much is under way. For listeners' own
 * threads only, whose queues are bounded in their turn; nobody else may wait.
 */
public final class Gate {
    private final Writer writer;
    private final Semaphore places;

    /** @param most how much may be under way */
    public Gate(Writer writer, int most) {
        this.writer = writer;
        this.places = new Semaphore(most);
    }

    /** Posts, after waiting for a place; an interrupt means that the listener is being taken away, and nothing is posted. */
    public void post(Runnable work) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        writer.post(() -> {
            try {
                work.run();
            } finally {
                places.release();
            }
        });
    }
}

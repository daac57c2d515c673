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

    /**
     * Posts, after waiting for a place.
     *
     * @return whether it was taken: not by a writer that is closed, nor after an interrupt, which means that the listener is
     *     being taken away
     */
    public boolean post(Runnable work) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        boolean taken = writer.post(() -> {
            try {
                work.run();
            } finally {
                places.release();
            }
        });
        if (!taken) {
            places.release(); // for who waits behind this one, to hear the same
        }
        return taken;
    }
}

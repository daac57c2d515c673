package pbx.ui.swing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;

/** The way to the event dispatch thread. */
final class Edt {
    private Edt() {}

    /**
     * Runs the task there and waits for it, but not for ever: whoever holds the EDT may be waiting for us.
     *
     * @return whether it has run; if not, it runs when the EDT is free again
     */
    static boolean runWithin(long millis, Runnable task) {
        if (SwingUtilities.isEventDispatchThread()) {
            task.run();
            return true;
        }
        CountDownLatch done = new CountDownLatch(1);
        SwingUtilities.invokeLater(() -> {
            try {
                task.run();
            } finally {
                done.countDown();
            }
        });
        return await(done, millis);
    }

    /** Waits, but not for ever; not to be used there. */
    static boolean await(CountDownLatch done, long millis) {
        try {
            return done.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

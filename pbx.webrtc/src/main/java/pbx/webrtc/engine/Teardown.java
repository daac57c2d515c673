package pbx.webrtc.engine;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be undone, newest first, each step whatever became of the others. */
final class Teardown {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** The last thing done, so the first to be undone. */
    void last(Runnable undo) {
        steps.push(undo);
    }

    void run() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (Throwable error) {
                System.getLogger("pbx.webrtc").log(Level.WARNING, "Could not free an audio object.", error);
            }
        }
    }
}

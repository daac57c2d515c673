package pbx.kit.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Remembers what a listener heard, and waits for more. */
public final class Heard<E> {
    private static final long PATIENCE_SECONDS = 30;
    private final List<E> heard = new ArrayList<>();

    public synchronized void add(E event) {
        heard.add(event);
        notifyAll();
    }

    /** The first that fits, among those heard and those to come; an AssertionError after half a minute. */
    public synchronized E await(String what, Predicate<E> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            for (E event : heard) {
                if (wanted.test(event)) {
                    return event;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("waited in vain: " + what + "; heard was " + heard);
            }
            wait(left);
        }
    }
}

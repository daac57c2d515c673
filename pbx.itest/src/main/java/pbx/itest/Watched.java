package pbx.itest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Remembers what a listener was told, and waits for more. */
final class Watched<E> {
    private static final long PATIENCE_MS = 30_000;

    private final List<E> told = new ArrayList<>();

    synchronized void add(E event) {
        told.add(event);
        notifyAll();
    }

    synchronized List<E> all() {
        return List.copyOf(told);
    }

    synchronized void forget() {
        told.clear();
    }

    /** The first that fits, among those told and those to come. */
    synchronized E await(String what, Predicate<E> wanted) throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MS;
        while (true) {
            for (E event : told) {
                if (wanted.test(event)) {
                    return event;
                }
            }
            long left = deadline - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + "; told was " + told);
            }
            wait(left);
        }
    }
}

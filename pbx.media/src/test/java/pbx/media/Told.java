package pbx.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a listener was told, to be waited for. */
final class Told<E> implements Consumer<E> {
    private final List<E> all = new ArrayList<>();

    @Override
    public synchronized void accept(E event) {
        all.add(event);
        notifyAll();
    }

    synchronized List<E> all() {
        return List.copyOf(all);
    }

    /** The first that is as wanted, of all that were told and will be. */
    E await(Predicate<E> wanted) throws InterruptedException {
        return await(wanted, 30).orElseThrow(() -> new AssertionError("not told; told was " + all()));
    }

    synchronized Optional<E> await(Predicate<E> wanted, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (int at = 0; ; at++) {
            while (at >= all.size()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return Optional.empty();
                }
                wait(left);
            }
            if (wanted.test(all.get(at))) {
                return Optional.of(all.get(at));
            }
        }
    }
}

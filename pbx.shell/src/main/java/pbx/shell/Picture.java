package pbx.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import pbx.api.PbxException;

/**
 * The latest of each thing that was told, and those who wait for the picture to become what they want. Each change is shown
 * to the waiters before the next one comes in, so that a state that lasts a moment is not missed.
 */
final class Picture<K, V> {
    private final int most;
    private final Map<K, V> things = new LinkedHashMap<>();
    private final List<Waiter<V, ?>> waiters = new ArrayList<>();

    /** @param most how many things are remembered; the first told are forgotten first */
    Picture(int most) {
        this.most = most;
    }

    /** @param merge chooses between what is known and what is told now */
    synchronized void put(K key, V thing, BinaryOperator<V> merge) {
        things.merge(key, thing, merge);
        if (things.size() > most) {
            things.remove(things.keySet().iterator().next());
        }
        look();
    }

    synchronized void remove(K key) {
        things.remove(key);
        look();
    }

    /** In the order in which they were first told. */
    synchronized List<V> all() {
        return List.copyOf(things.values());
    }

    /**
     * Waits until {@code test} gives something; a PbxException that it throws ends the waiting.
     *
     * @param instead says, when time is up, what is the case instead
     */
    <R> R await(Function<List<V>, Optional<R>> test, Duration atMost, Function<List<V>, String> instead) {
        Waiter<V, R> waiter = new Waiter<>(test, new CompletableFuture<>());
        synchronized (this) {
            waiters.add(waiter);
            look();
        }
        try {
            return Stages.result(waiter.found, atMost, () -> instead.apply(all()));
        } finally {
            forget(waiter);
        }
    }

    synchronized int waiting() {
        return waiters.size();
    }

    private synchronized void forget(Waiter<V, ?> waiter) {
        waiters.remove(waiter);
    }

    private void look() {
        List<V> all = all();
        waiters.removeIf(waiter -> waiter.satisfied(all));
    }

    private record Waiter<V, R>(Function<List<V>, Optional<R>> test, CompletableFuture<R> found) {
        boolean satisfied(List<V> all) {
            try {
                test.apply(all).ifPresent(found::complete);
            } catch (PbxException e) {
                found.completeExceptionally(e);
            }
            return found.isDone();
        }
    }
}

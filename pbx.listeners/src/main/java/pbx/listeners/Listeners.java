package pbx.listeners;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import pbx.api.plugin.Delivery;

/**
 * The whiteboard listeners of one kind, each on its own bounded queue. Confined to the provider's writer thread, save
 * {@link #close}.
 *
 * @param <L> the listener
 * @param <E> what it is told
 */
public final class Listeners<L, E> implements AutoCloseable {
    private final String kind;
    private final BiConsumer<L, E> deliver;
    private final int bound;
    private final Function<E, Object> key;
    private final BinaryOperator<E> merge;
    /** Replaced with each change; looked through from many threads. */
    private volatile List<ListenerQueue<L, E>> queues = List.of();

    /** Every event is told. */
    public Listeners(String kind, BiConsumer<L, E> deliver, int bound) {
        this(kind, deliver, bound, event -> null, (earlier, later) -> later);
    }

    /**
     * Events of one key that wait are merged into one; those whose key is null never.
     *
     * @param merge of what waits and what comes; null: together they are nothing, and neither is told
     */
    public Listeners(
            String kind, BiConsumer<L, E> deliver, int bound, Function<E, Object> key, BinaryOperator<E> merge) {
        this.kind = kind;
        this.deliver = deliver;
        this.bound = bound;
        this.key = key;
        this.merge = merge;
    }

    /**
     * From now on {@code listener} is told everything, beginning with {@code replay}, which does not count for its bound.
     *
     * @param owner the bundle it came from, for the log
     */
    public void add(L listener, String owner, List<E> replay) {
        ListenerQueue<L, E> queue = new ListenerQueue<>(kind, owner, listener, deliver, bound, key, merge);
        change(all -> all.add(queue));
        queue.replay(replay);
    }

    /** {@code listener} is told nothing more; a call in progress is interrupted. */
    public void remove(L listener) {
        ListenerQueue<L, E> queue = of(listener);
        if (queue != null) {
            change(all -> all.remove(queue));
            queue.close();
        }
    }

    private ListenerQueue<L, E> of(L listener) {
        for (ListenerQueue<L, E> queue : queues) {
            if (queue.listener() == listener) {
                return queue;
            }
        }
        return null;
    }

    private synchronized void change(Consumer<List<ListenerQueue<L, E>>> how) {
        List<ListenerQueue<L, E>> next = new ArrayList<>(queues);
        how.accept(next);
        queues = List.copyOf(next);
    }

    /** Tells every listener. */
    public void tell(E event) {
        for (ListenerQueue<L, E> queue : queues) {
            queue.tell(event);
        }
    }

    /** Tells one of them; returns false if it is told no more: it has gone, or is quarantined. */
    public boolean tell(L listener, E event) {
        ListenerQueue<L, E> queue = of(listener);
        return queue != null && queue.tell(event);
    }

    /** Tells every listener these, in their order: as one by one, at less cost. */
    public void tell(List<E> events) {
        for (ListenerQueue<L, E> queue : queues) {
            queue.tell(events);
        }
    }

    /** Tells the listeners that {@code wanted} picks; returns how many there were. */
    public int tell(E event, Predicate<L> wanted) {
        List<ListenerQueue<L, E>> picked =
                queues.stream().filter(q -> wanted.test(q.listener())).toList();
        picked.forEach(queue -> queue.tell(event));
        return picked.size();
    }

    /** How delivery to each stands, those that are quarantined too. */
    public List<Delivery> deliveries() {
        return queues.stream().map(ListenerQueue::delivery).toList();
    }

    /** Whether nobody listens. */
    public boolean isEmpty() {
        return queues.isEmpty();
    }

    /** As {@link #close()}, but what waits is told first, as far as that can be done within {@code patience}. */
    public void close(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (ListenerQueue<L, E> queue : queues) {
                queue.settle(end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** What waits is told no more. */
    @Override
    public void close() {
        queues.forEach(ListenerQueue::close);
        change(List::clear);
    }
}

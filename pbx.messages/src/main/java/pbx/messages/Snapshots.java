package pbx.messages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import pbx.api.plugin.Delivery;
import pbx.listeners.Listeners;
import pbx.listeners.Writer;

/**
 * The last word on each account, and those who hear of it; of what waits for a listener only the last is told. Changed on the
 * writer, read by any thread.
 *
 * @param <K> whose
 * @param <C> the change that is told, which holds all that is known
 * @param <L> the listener
 */
final class Snapshots<K, C, L> {
    private static final int BOUND = 10_000;

    private final Writer writer;
    private final Function<C, K> key;
    private final Listeners<L, C> listeners;
    private final Map<K, C> last = new ConcurrentHashMap<>();

    Snapshots(Writer writer, String kind, BiConsumer<L, C> deliver, Function<C, K> key) {
        this.writer = writer;
        this.key = key;
        this.listeners = new Listeners<>(kind, deliver, BOUND, key::apply, (earlier, later) -> later);
    }

    List<C> all() {
        return List.copyOf(last.values());
    }

    Optional<C> of(K whose) {
        return Optional.ofNullable(last.get(whose));
    }

    /** Tells it, unless it is what was said last. */
    void tell(C change) {
        if (!change.equals(last.put(key.apply(change), change))) {
            listeners.tell(change);
        }
    }

    /** The last thing that is told of somebody who is gone. */
    void forget(C end) {
        if (last.remove(key.apply(end)) != null) {
            listeners.tell(end);
        }
    }

    void listen(L listener, String owner) {
        writer.post(() -> listeners.add(listener, owner, all()));
    }

    void unlisten(L listener) {
        writer.post(() -> listeners.remove(listener));
    }

    List<Delivery> deliveries() {
        return listeners.deliveries();
    }

    void close() {
        listeners.close();
    }
}

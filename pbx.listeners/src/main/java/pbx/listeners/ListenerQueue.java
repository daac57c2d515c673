package pbx.listeners;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits for one listener, and the thread that brings it there; the thread exists only while something waits. */
final class ListenerQueue<L, E> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ListenerQueue.class);

    private final String name;
    private final L listener;
    private final BiConsumer<L, E> deliver;
    private final int bound;
    private final ThreadPoolExecutor thread;
    /** What existed when the listener came: told first, outside the bound; guarded by {@code waiting}. */
    private final Queue<E> replay = new ArrayDeque<>();
    /** In the order of arrival; guarded by itself. */
    private final Map<Object, E> waiting = new LinkedHashMap<>();

    private boolean draining;
    private boolean closed;

    ListenerQueue(String name, L listener, BiConsumer<L, E> deliver, int bound) {
        this.name = name;
        this.listener = listener;
        this.deliver = deliver;
        this.bound = bound;
        this.thread = Replies.serial(name);
    }

    L listener() {
        return listener;
    }

    void replay(List<E> events) {
        synchronized (waiting) {
            replay.addAll(events);
            drain();
        }
    }

    void tell(Object key, E event, BinaryOperator<E> merge) {
        synchronized (waiting) {
            if (closed) {
                return;
            }
            waiting.merge(key, event, merge);
            if (waiting.size() > bound) {
                quarantine();
            } else {
                drain();
            }
        }
    }

    private void quarantine() {
        log.error(
                "{} is {} events behind and is told no more; it is told again when its bundle restarts",
                name,
                waiting.size());
        close();
    }

    private void drain() {
        if (!draining && !closed && !(replay.isEmpty() && waiting.isEmpty())) {
            draining = true;
            thread.execute(this::deliverAll);
        }
    }

    private void deliverAll() {
        for (E event = next(); event != null; event = next()) {
            try {
                deliver.accept(listener, event);
            } catch (Throwable e) { // a plugin may throw anything, also a LinkageError; it harms only itself
                log.error("{} threw; delivery goes on", name, e);
            }
        }
    }

    private E next() {
        synchronized (waiting) {
            if (!closed && !replay.isEmpty()) {
                return replay.remove();
            }
            Iterator<E> events = waiting.values().iterator();
            if (closed || !events.hasNext()) {
                draining = false;
                return null;
            }
            E event = events.next();
            events.remove();
            return event;
        }
    }

    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            replay.clear();
            waiting.clear();
        }
        thread.shutdownNow();
    }
}

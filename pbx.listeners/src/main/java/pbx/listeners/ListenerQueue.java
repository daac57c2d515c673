package pbx.listeners;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.plugin.Delivery;

/** What waits for one listener, and the thread that brings it there; the thread exists only while something waits. */
final class ListenerQueue<L, E> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ListenerQueue.class);

    private final String name;
    private final String owner;
    private final String kind;
    private final L listener;
    private final BiConsumer<L, E> deliver;
    private final int bound;
    private final Function<E, Object> key;
    private final BinaryOperator<E> merge;
    private final ThreadPoolExecutor thread;
    /** What existed when the listener came: told first, outside the bound; guarded by {@code waiting}. */
    private final Queue<Told<E>> replay = new ArrayDeque<>();
    /** In the order of arrival; guarded by itself. */
    private final Queue<Told<E>> waiting = new ArrayDeque<>();
    /** Those of {@code waiting} that take up later events of their key. */
    private final Map<Object, Told<E>> byKey = new HashMap<>();
    /**
     * What was told all at once while nothing waited, and when: a whole picture, mostly told before anything else comes that
     * may have to be merged into it. Comes before {@code waiting}, and goes there as soon as something else comes.
     */
    private final Queue<E> picture = new ArrayDeque<>();

    private long picturedAt;
    /** Guarded by {@code waiting}. */
    private final Timing timing = new Timing();

    private boolean draining;
    private boolean closed;
    private boolean quarantined;

    /** An event, with what was merged into it while it waited, and when it came. */
    private static final class Told<E> {
        private final long at;
        private E event;
        /** By which it is found in {@code byKey}, if it is there. */
        private Object key;

        Told(E event, long at) {
            this.event = event;
            this.at = at;
        }
    }

    ListenerQueue(
            String kind,
            String owner,
            L listener,
            BiConsumer<L, E> deliver,
            int bound,
            Function<E, Object> key,
            BinaryOperator<E> merge) {
        this.name = kind + " of " + owner;
        this.owner = owner;
        this.kind = kind;
        this.listener = listener;
        this.deliver = deliver;
        this.bound = bound;
        this.key = key;
        this.merge = merge;
        // what the listener starts inherits its class loader, by which it can be told whose it is
        this.thread = Replies.serial(name, listener.getClass().getClassLoader());
    }

    L listener() {
        return listener;
    }

    void replay(List<E> events) {
        long now = System.nanoTime();
        synchronized (waiting) {
            events.forEach(event -> replay.add(new Told<>(event, now)));
            drain();
        }
    }

    /** Returns whether it will be told, as far as can be known. */
    boolean tell(E event) {
        long now = System.nanoTime();
        synchronized (waiting) {
            tell(event, now);
            drain();
            return !closed;
        }
    }

    /** As one by one. */
    void tell(List<E> events) {
        long now = System.nanoTime();
        synchronized (waiting) {
            if (closed) {
                return;
            }
            if (waiting.isEmpty() && picture.isEmpty()) {
                picture.addAll(events);
                picturedAt = now;
                keepBound();
            } else {
                events.forEach(event -> tell(event, now));
            }
            drain();
        }
    }

    private void tell(E event, long now) {
        while (!picture.isEmpty()) {
            add(new Told<>(picture.remove(), picturedAt));
        }
        add(new Told<>(event, now));
    }

    private void add(Told<E> told) {
        if (closed) {
            return;
        }
        Told<E> before = enter(told);
        if (before == null) {
            waiting.add(told);
            keepBound();
        } else {
            merge(before, told.event);
        }
    }

    private void merge(Told<E> before, E later) {
        E both = merge.apply(before.event, later);
        if (both == null) { // seldom, and mostly near an end: looked for from the front
            waiting.remove(before);
            byKey.remove(before.key);
        } else {
            before.event = both;
        }
    }

    /** Returns what waits under its key already, or null. */
    private Told<E> enter(Told<E> told) {
        Object its = key.apply(told.event);
        Told<E> before = its == null ? null : byKey.putIfAbsent(its, told);
        if (before == null) {
            told.key = its;
        }
        return before;
    }

    private void keepBound() {
        if (picture.size() + waiting.size() > bound) {
            quarantine();
        }
    }

    private void quarantine() {
        log.error(
                "{} is {} events behind and is told no more; it is told again when its bundle restarts",
                name,
                picture.size() + waiting.size());
        quarantined = true;
        close();
    }

    private void drain() {
        if (!draining && !closed && !(replay.isEmpty() && picture.isEmpty() && waiting.isEmpty())) {
            draining = true;
            thread.execute(this::deliverAll);
        }
    }

    /** How it stands. */
    Delivery delivery() {
        synchronized (waiting) {
            return new Delivery(
                    owner,
                    kind,
                    timing.delivered(),
                    replay.size() + picture.size() + waiting.size(),
                    timing.slowest(),
                    timing.busy(System.nanoTime()),
                    quarantined);
        }
    }

    private void deliverAll() {
        for (Told<E> told = next(null); told != null; told = next(told)) {
            try {
                deliver.accept(listener, told.event);
            } catch (Throwable e) { // a plugin may throw anything, also a LinkageError; it harms only itself
                log.error("{} threw; delivery goes on", name, e);
            }
        }
    }

    /** @param done what was told before it, or null */
    private Told<E> next(Told<E> done) {
        synchronized (waiting) {
            long now = System.nanoTime();
            if (done != null) {
                timing.end(done.at, now);
            }
            timing.begin(now);
            if (!closed && !replay.isEmpty()) {
                return replay.remove();
            }
            if (!closed && !picture.isEmpty()) {
                return new Told<>(picture.remove(), picturedAt);
            }
            if (closed || waiting.isEmpty()) {
                draining = false;
                waiting.notifyAll();
                timing.begin(0);
                return null;
            }
            Told<E> told = waiting.remove();
            if (told.key != null) {
                byKey.remove(told.key);
            }
            return told;
        }
    }

    /** Waits until it has been told everything, or until {@code end} of {@link System#nanoTime}. */
    void settle(long end) throws InterruptedException {
        synchronized (waiting) {
            for (long left = end - System.nanoTime(); draining && !closed && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(waiting, left);
            }
        }
    }

    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            replay.clear();
            picture.clear();
            waiting.clear();
            byKey.clear();
        }
        thread.shutdownNow();
    }
}

package pbx.transport;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;
import pbx.api.plugin.Delivery;
import pbx.listeners.Listeners;
import pbx.listeners.Writer;

/**
 * The message listeners. One that is far behind is spared news of the picture, and the PBX is asked for the whole picture when
 * it has caught up; signalling is never left out. Confined to the writer, save what each queue counts.
 */
final class Receivers {
    private static final int FAR_BEHIND = 5_000;
    private static final int BOUND = 10_000;
    /** A bundle that is replaced is back by then. */
    private static final Duration AWAY = Duration.ofMinutes(1);

    private final Writer writer;
    private final Consumer<AccountId> resync;
    private final IdentityHashMap<MessageListener, Behind> behind = new IdentityHashMap<>();
    private final Listeners<MessageListener, Told> queues =
            new Listeners<>("MessageListener", (listener, told) -> told.to(listener), BOUND);
    private final Kept kept = new Kept();

    /**
     * @param owner the bundle it is from
     * @param kinds what it wants
     * @param untold what waits for it and would be lost with it
     * @param missed whose news it was spared
     */
    private record Behind(
            String owner,
            Set<String> kinds,
            AtomicInteger messages,
            BlockingQueue<Received> untold,
            Set<AccountId> missed) {
        boolean wants(String kind) {
            return needs(kind) || kinds.contains("*");
        }

        /** An inspector wants everything and needs nothing: what it hears is still call control's to hear. */
        boolean needs(String kind) {
            return kinds.contains(kind);
        }

        /** What it refuses stays here, and a plugin may refuse without end: then the oldest is dropped. */
        void tells(Received received) {
            messages.incrementAndGet();
            while (!untold.offer(received)) {
                untold.poll();
            }
        }

        /** It is told no more: nothing waits for it. */
        void quarantined() {
            untold.clear();
            messages.set(0);
        }

        /** Returns how many messages it is behind now. */
        int told() {
            return messages.decrementAndGet();
        }
    }

    /** One message for one listener, which counts down when it is told. */
    private record Told(Received received, Behind behind, Runnable caughtUp) {
        void to(MessageListener listener) {
            boolean refused = false;
            try {
                listener.received(received.account(), received.message());
            } catch (PbxException e) {
                refused = e.reason() == PbxException.Reason.STOPPED;
                if (!refused) {
                    throw e;
                }
            } finally {
                if (!refused) { // else it waits for the listener's successor
                    behind.untold().poll();
                }
                // most are never behind, and the writer then need not hear of it
                if (behind.told() == 0 && !behind.missed().isEmpty()) {
                    caughtUp.run();
                }
            }
        }
    }

    /** @param resync runs on the writer */
    Receivers(Writer writer, Consumer<AccountId> resync) {
        this.writer = writer;
        this.resync = resync;
    }

    void tell(Received received) {
        String kind = received.message().kind();
        boolean needed = false;
        for (Map.Entry<MessageListener, Behind> each : behind.entrySet()) {
            if (each.getValue().wants(kind)) {
                needed |= each.getValue().needs(kind);
                tell(each.getKey(), each.getValue(), received);
            }
        }
        kept.keep(received, needed);
    }

    private boolean needed(String kind) {
        return behind.values().stream().anyMatch(its -> its.needs(kind));
    }

    private void tell(MessageListener listener, Behind its, Received received) {
        if (its.messages().get() >= FAR_BEHIND
                && !Message.SIGNALLING.contains(received.message().kind())) {
            its.missed().add(received.account());
            // it may have caught up in between
            if (its.messages().get() == 0) {
                caughtUp(its);
            }
            return;
        }
        its.tells(received);
        if (!queues.tell(listener, told(received, its))) {
            its.quarantined();
        }
    }

    private Told told(Received received, Behind its) {
        return new Told(received, its, () -> writer.post(() -> caughtUp(its)));
    }

    private void caughtUp(Behind its) {
        List.copyOf(its.missed()).forEach(resync);
        its.missed().clear();
    }

    void add(MessageListener listener, String owner, Set<String> wanted) {
        Behind its = new Behind(
                owner, wanted, new AtomicInteger(), new LinkedBlockingQueue<>(BOUND), ConcurrentHashMap.newKeySet());
        List<Received> waiting = kept.take(owner, wanted, this::needed);
        behind.put(listener, its);
        waiting.forEach(its::tells);
        List<Told> waited =
                waiting.stream().map(received -> told(received, its)).toList();
        queues.add(listener, owner, waited);
    }

    List<Delivery> deliveries() {
        return queues.deliveries();
    }

    void remove(MessageListener listener) {
        Behind its = behind.remove(listener);
        queues.remove(listener);
        if (its != null && its.kinds().stream().anyMatch(Message.SIGNALLING::contains)) {
            kept.gone(its.owner(), its.kinds(), its.untold());
            var unused = writer.after(AWAY, () -> kept.forget(its.owner(), this::needed));
        }
    }

    /** What came is told, to whoever takes it within {@code patience}. */
    void close(Duration patience) {
        queues.close(patience);
    }
}

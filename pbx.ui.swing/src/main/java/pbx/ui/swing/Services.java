package pbx.ui.swing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.Calls;
import pbx.api.presence.Presences;

/**
 * The services that are there now. A provider that is replaced may have missed an ending: some seconds after a new one came,
 * what it does not list is taken off the desk. Should it find it later, it tells.
 */
final class Services {
    private static final long SETTLED_SECONDS = 5;

    private final AtomicReference<Calls> calls = new AtomicReference<>();
    private final AtomicReference<Presences> presences = new AtomicReference<>();
    private final Scene scene;
    private final ScheduledExecutorService thread;

    Services(Scene scene, ScheduledExecutorService thread) {
        this.scene = scene;
        this.thread = thread;
    }

    Optional<Calls> calls() {
        return Optional.ofNullable(calls.get());
    }

    Optional<Presences> presences() {
        return Optional.ofNullable(presences.get());
    }

    void use(Calls service) {
        calls.set(service);
        later(() -> reconcile(service));
    }

    void use(Presences service) {
        presences.set(service);
        later(() -> reconcile(service));
    }

    /** The new one is bound before the old one is unbound: only the same one is forgotten. */
    void drop(Calls service) {
        calls.compareAndSet(service, null);
    }

    void drop(Presences service) {
        presences.compareAndSet(service, null);
    }

    // What is gone is read from the desk before the list: a call that begins in between is in neither and stays.
    void reconcile(Calls service) {
        if (calls.get() == service) {
            Set<CallId> gone = new HashSet<>(scene.desk().liveCalls());
            service.list().stream().map(Call::id).forEach(gone::remove);
            scene.change(desk -> desk.withoutCalls(gone));
        }
    }

    void reconcile(Presences service) {
        if (presences.get() == service) {
            Set<Desk.Key> gone = new HashSet<>(scene.desk().presences().keySet());
            service.list().stream().map(Desk.Key::of).forEach(gone::remove);
            scene.change(desk -> desk.withoutPresences(gone));
        }
    }

    private void later(Runnable task) {
        try {
            var unused = thread.schedule(task, SETTLED_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            // The softphone is closing: nothing is shown any more.
        }
    }
}

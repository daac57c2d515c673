package pbx.ui.swing;

import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.Calls;
import pbx.api.call.Numbers;
import pbx.api.history.History;
import pbx.api.media.Devices;
import pbx.api.media.Qualities;
import pbx.api.message.Chats;
import pbx.api.message.Voicemails;
import pbx.api.presence.Presences;
import pbx.api.settings.Pages;

/**
 * The services that are there now. A provider that is replaced may have missed an ending: some seconds after a new one came,
 * what it does not list is taken off the desk. Should it find it later, it tells.
 */
final class Services {
    private static final List<Class<?>> KINDS = List.of(
            Calls.class,
            Presences.class,
            Numbers.class,
            Devices.class,
            Qualities.class,
            History.class,
            Voicemails.class,
            Chats.class,
            Pages.class);
    private static final long SETTLED_SECONDS = 5;

    private final Map<Class<?>, Object> present = new ConcurrentHashMap<>();
    private final Scene scene;
    private final ScheduledExecutorService thread;

    Services(Scene scene, ScheduledExecutorService thread) {
        this.scene = scene;
        this.thread = thread;
    }

    <S> Optional<S> get(Class<S> kind) {
        return Optional.ofNullable(present.get(kind)).map(kind::cast);
    }

    void use(Object service) {
        KINDS.stream().filter(kind -> kind.isInstance(service)).forEach(kind -> present.put(kind, service));
        WeakReference<Object> settling = new WeakReference<>(service); // it may be replaced and gone by then
        later(() -> Optional.ofNullable(settling.get()).ifPresent(this::reconcile));
    }

    /** The new one is bound before the old one is unbound: only the same one is forgotten. */
    void drop(Object service) {
        present.values().removeIf(one -> one == service);
    }

    // What is gone is read from the desk before the list: a call that begins in between is in neither and stays.
    void reconcile(Object service) {
        if (service instanceof Calls calls && present.get(Calls.class) == service) {
            Set<CallId> gone = new HashSet<>(scene.desk().liveCalls());
            calls.list().stream().map(Call::id).forEach(gone::remove);
            scene.change(desk -> desk.withoutCalls(gone));
        }
        if (service instanceof Presences presences && present.get(Presences.class) == service) {
            Set<Desk.Key> gone = new HashSet<>(scene.desk().presences().keySet());
            presences.list().stream().map(Desk.Key::of).forEach(gone::remove);
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

package pbx.console;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;
import pbx.api.presence.Presences;

/**
 * What the console has heard. Each map has one writer, the queue of its listener; readers never block.
 *
 * <p>The services themselves are bound for one reason: a provider that was replaced does not tell what ended while nobody
 * looked, so what the new one does not list is forgotten.
 */
@Component(
        service = {Picture.class, CallListener.class, ConnectionListener.class, PresenceListener.class},
        immediate = true)
public final class Picture implements CallListener, ConnectionListener, PresenceListener {
    private static final Comparator<Call> OLDEST_FIRST =
            Comparator.comparing(Call::began).thenComparing(call -> call.id().value());

    private final Map<AccountId, ConnectionStatus> accounts =
            new ConcurrentSkipListMap<>(Comparator.comparing(AccountId::value));
    private final Map<CallId, Call> calls = new ConcurrentHashMap<>();
    private final Map<Seat, Presence> presences = new ConcurrentSkipListMap<>();
    private final List<Consumer<Table>> watchers = new CopyOnWriteArrayList<>();

    private volatile Calls callProvider;
    private volatile Presences presenceProvider;

    public Snapshot snapshot() {
        return new Snapshot(
                List.copyOf(accounts.values()),
                calls.values().stream().sorted(OLDEST_FIRST).toList(),
                List.copyOf(presences.values()));
    }

    /** Tells which table changed, on the thread that changed it, so it must be quick. Run the answer to hear no more. */
    public Runnable watch(Consumer<Table> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @Override
    public void callChanged(CallChange change) {
        Call call = change.after();
        if (call.state() == CallState.ENDED) {
            calls.remove(call.id());
        } else {
            calls.put(call.id(), call);
        }
        changed(Table.CALLS);
    }

    @Override
    public void connectionChanged(ConnectionChange change) {
        ConnectionStatus status = change.after();
        if (status.state() == ConnectionState.CLOSED) {
            accounts.remove(status.account());
        } else {
            accounts.put(status.account(), status);
        }
        changed(Table.ACCOUNTS);
    }

    @Override
    public void presenceChanged(PresenceChange change) {
        change.after().ifPresentOrElse(after -> presences.put(Seat.of(after), after), () -> change.before()
                .ifPresent(before -> presences.remove(Seat.of(before))));
        changed(Table.PRESENCE);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindCalls(Calls provider) {
        callProvider = provider;
        forgetUnlisted(calls, () -> provider.list().stream().map(Call::id).collect(Collectors.toSet()));
        changed(Table.CALLS);
    }

    void unbindCalls(Calls provider) {
        if (callProvider == provider) {
            callProvider = null;
            calls.clear();
            changed(Table.CALLS);
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindPresences(Presences provider) {
        presenceProvider = provider;
        forgetUnlisted(presences, () -> provider.list().stream().map(Seat::of).collect(Collectors.toSet()));
        changed(Table.PRESENCE);
    }

    void unbindPresences(Presences provider) {
        if (presenceProvider == provider) {
            presenceProvider = null;
            presences.clear();
            changed(Table.PRESENCE);
        }
    }

    /** Only what was known before the list was taken may go: the rest was told meanwhile. */
    private static <K> void forgetUnlisted(Map<K, ?> known, Supplier<Set<K>> list) {
        if (known.isEmpty()) { // as at every start: no list of all people is taken for nothing
            return;
        }
        Set<K> before = Set.copyOf(known.keySet());
        Set<K> listed = list.get();
        before.stream().filter(key -> !listed.contains(key)).forEach(known::remove);
    }

    private void changed(Table table) {
        watchers.forEach(watcher -> watcher.accept(table));
    }
}

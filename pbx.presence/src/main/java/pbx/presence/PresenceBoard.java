package pbx.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;
import pbx.listeners.Listeners;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;

/** The picture of everybody's presence: redraws itself from the PBX whenever a connection comes, and tells the differences. */
@Component(
        immediate = true,
        configurationPid = "pbx.presence",
        service = {PresenceBoard.class, MessageListener.class, ConnectionListener.class},
        property = {
            MessageListener.KINDS + "=domain-state",
            MessageListener.KINDS + "=user-state",
            MessageListener.KINDS + "=call-state"
        })
public final class PresenceBoard implements MessageListener, ConnectionListener {
    private static final int BOUND = 50_000;
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(5);

    private final Writer writer;
    private final Listeners<PresenceListener, PresenceChange> listeners = new Listeners<>(
            "PresenceListener",
            PresenceListener::presenceChanged,
            BOUND,
            PresenceBoard::key,
            (earlier, later) -> new PresenceChange(earlier.before(), later.after()));
    private final Map<AccountId, Connection> connections = new ConcurrentHashMap<>();
    private final Map<AccountId, Tenant> tenants =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final List<Awaited> awaited = new ArrayList<>();
    private volatile Map<AccountId, Map<String, Presence>> picture = Map.of();

    @Activate
    public PresenceBoard() {
        this(new WriterThread("pbx-presence"));
    }

    PresenceBoard(Writer writer) {
        this.writer = writer;
    }

    @Modified
    void modified() {
        // nothing to configure yet; without this method any edit would restart the component
    }

    @Deactivate
    void stop() {
        writer.close();
        listeners.close();
    }

    List<Presence> list() {
        return picture.values().stream().flatMap(m -> m.values().stream()).toList();
    }

    /** Documented: {@code POST /rest/user/{a}/dnd}; the result shows as {@code user-state} (protocol notes 5.16). */
    CompletableFuture<Presence> dnd(AccountId mine, boolean on) {
        Connection connection = connections.get(mine);
        if (connection == null) {
            return CompletableFuture.failedFuture(
                    new PbxException(Reason.UNKNOWN_ACCOUNT, "there is no account " + mine));
        }
        CompletableFuture<Presence> shown = new CompletableFuture<>();
        connection.ask("POST", "/rest/user/%s/dnd", Map.of("state", on)).whenComplete((answer, failure) -> {
            if (failure != null) {
                shown.completeExceptionally(failure);
            } else {
                writer.post(() -> await(new Awaited(mine, connection.status().extension(), on, shown)));
            }
        });
        return shown;
    }

    /** A do-not-disturb that the PBX has accepted and not shown yet. */
    private record Awaited(AccountId account, String number, boolean dnd, CompletableFuture<Presence> shown) {
        boolean fulfilled(Presence presence) {
            return presence.seenBy().equals(account) && presence.number().equals(number) && presence.dnd() == dnd;
        }
    }

    private void await(Awaited one) {
        awaited.add(one);
        writer.after(SHOWN_WITHIN, () -> one.shown()
                .completeExceptionally(new PbxException(
                        Reason.TIMED_OUT, "the PBX accepted it but does not show it; look again later")));
        settle();
    }

    private void settle() {
        for (Awaited one : awaited) {
            list().stream().filter(one::fulfilled).forEach(one.shown()::complete);
        }
        awaited.removeIf(one -> one.shown().isDone());
    }

    @Override
    public void received(AccountId account, Message message) {
        writer.post(() -> {
            tenant(account).received(message);
            redraw(account);
        });
    }

    @Override
    public void connectionChanged(ConnectionChange change) {
        AccountId account = change.after().account();
        writer.post(() -> {
            tenant(account).extension(change.after().extension());
            if (change.after().state() == ConnectionState.CLOSED) {
                tenants.remove(account);
            } else if (!change.after().state().open()) {
                tenant(account).doubt();
            }
            redraw(account);
        });
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConnection(Connection connection) {
        connections.put(connection.account(), connection);
        // on a connection that was open before this bundle came, the PBX is asked to draw the picture again
        if (connection.status().state().open()) {
            connection.send(Message.of("domain-calls", "subscribe", true));
        }
    }

    void unbindConnection(Connection connection) {
        connections.remove(connection.account(), connection);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(PresenceListener listener, ServiceReference<PresenceListener> from) {
        String owner = from.getBundle().getSymbolicName();
        writer.post(() -> listeners.add(
                listener,
                owner,
                list().stream()
                        .map(p -> new PresenceChange(Optional.empty(), Optional.of(p)))
                        .toList()));
    }

    void unbindListener(PresenceListener listener) {
        writer.post(() -> listeners.remove(listener));
    }

    private Tenant tenant(AccountId account) {
        return tenants.computeIfAbsent(account, id -> new Tenant(id, ""));
    }

    private void redraw(AccountId account) {
        Map<String, Presence> before = picture.getOrDefault(account, Map.of());
        Map<String, Presence> after =
                tenants.containsKey(account) ? tenant(account).presences() : Map.<String, Presence>of();
        Map<AccountId, Map<String, Presence>> next =
                new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        next.putAll(picture);
        next.put(account, after);
        picture = next;
        after.forEach((number, presence) -> tell(before.get(number), presence));
        before.forEach((number, presence) -> {
            if (!after.containsKey(number)) {
                tell(presence, null);
            }
        });
        settle();
    }

    private void tell(Presence before, Presence after) {
        if (!Objects.equals(before, after)) {
            listeners.tell(new PresenceChange(Optional.ofNullable(before), Optional.ofNullable(after)));
        }
    }

    private static Object key(PresenceChange change) {
        Presence any = change.after().or(change::before).orElseThrow();
        return List.of(any.seenBy(), any.number());
    }
}

package pbx.presence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.osgi.service.component.annotations.ReferencePolicyOption;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.Connection;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;
import pbx.api.connection.MessageListener;
import pbx.api.plugin.Admission;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Use;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;
import pbx.listeners.Border;
import pbx.listeners.Gate;
import pbx.listeners.Listeners;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;

/** The picture of everybody's presence: draws what each message touches, and tells what that has changed. */
@Component(
        immediate = true,
        configurationPid = "pbx.presence",
        service = {PresenceBoard.class, MessageListener.class, ConnectionListener.class, Deliveries.class},
        property = {
            MessageListener.KINDS + "=domain-state",
            MessageListener.KINDS + "=user-state",
            MessageListener.KINDS + "=call-state",
            MessageListener.KINDS + "=orbit-calls",
            MessageListener.KINDS + "=blf",
            MessageListener.KINDS + "=missed-calls",
            MessageListener.KINDS + "=user-change"
        })
public final class PresenceBoard implements MessageListener, ConnectionListener, Deliveries {
    /** In accounts, as changes of one are merged: more than anybody has, so that only what never ends is cut off. */
    private static final int BOUND = 500_000;

    /** A flood of messages waits in the transport, which drops news and asks anew when it is too much. */
    private static final int MOST_MESSAGES = 50_000;

    final Border border = new Border();
    private final Writer writer;
    private final Gate messages;
    private final Listeners<PresenceListener, PresenceChange> listeners = new Listeners<>(
            "PresenceListener", PresenceListener::presenceChanged, BOUND, PresenceBoard::key, PresenceBoard::merged);
    private final Map<AccountId, Connection> connections = new ConcurrentHashMap<>();
    private final Map<AccountId, Watch> watches = new HashMap<>();
    /** Ended: what still comes of them is late. */
    private final Set<AccountId> gone = new HashSet<>();

    private final Views views = new Views();
    private final Wishes wishes;

    @Activate
    public PresenceBoard() {
        this(new WriterThread("pbx-presence"));
    }

    PresenceBoard(Writer writer) {
        this.writer = writer;
        this.messages = new Gate(writer, MOST_MESSAGES);
        wishes = new Wishes(writer);
    }

    @Modified
    void modified() {
        // nothing to configure yet; without this method any edit would restart the component
    }

    @Deactivate
    public void stop() {
        writer.close();
        listeners.close();
    }

    @Override
    public List<Delivery> deliveries() {
        return listeners.deliveries();
    }

    Views views() {
        return views;
    }

    /** A snapshot, as {@link pbx.api.presence.Presences#list()}. */
    public List<Presence> list() {
        return views.list();
    }

    /** As {@link pbx.api.presence.Presences#search}. */
    public List<Presence> search(String text, int most) {
        return views.search(text, most);
    }

    /** Documented: {@code POST /rest/user/{a}/dnd}; the result shows as {@code user-state} (protocol notes 5.16). */
    CompletableFuture<Presence> dnd(AccountId mine, boolean on) {
        Connection connection = connections.get(mine);
        if (connection == null) {
            return unknown(mine);
        }
        CompletableFuture<Presence> shown = new CompletableFuture<>();
        connection.ask("POST", "/rest/user/%s/dnd", Map.of("state", on)).whenComplete((answer, failure) -> {
            if (failure != null) {
                shown.completeExceptionally(failure);
            } else {
                String number = connection.status().extension();
                writer.post(() -> wishes.add(new Wishes.Wish(mine, number, on, shown), views.find(mine, number)));
            }
        });
        return shown;
    }

    /** The protocol notes know how chat status is shown (5.16), and no way to set it. */
    CompletableFuture<Presence> show(AccountId mine) {
        return connections.containsKey(mine)
                ? CompletableFuture.failedFuture(new PbxException(
                        Reason.UNSUPPORTED,
                        "how to set the chat status on a PBX is not documented; set it in the PBX's own portal"))
                : unknown(mine);
    }

    private static CompletableFuture<Presence> unknown(AccountId account) {
        return CompletableFuture.failedFuture(
                new PbxException(Reason.UNKNOWN_ACCOUNT, "there is no account " + account));
    }

    @Override
    public void received(AccountId account, Message message) {
        messages.post(() -> {
            if (!gone.contains(account)) {
                watch(account).received(message);
                draw(account);
            }
        });
    }

    @Override
    public void connectionChanged(ConnectionChange change) {
        AccountId account = change.after().account();
        writer.post(() -> {
            if (change.after().state() == ConnectionState.CLOSED) {
                forget(account);
            } else {
                gone.remove(account);
                watch(account).connection(change.after());
                draw(account);
                pictureAgain(change);
            }
        });
    }

    /**
     * On a connection that was open before this bundle came, the PBX is asked to draw the picture again: now, and not when the
     * connection is bound, for the answer may be there before anybody has been told that messages are wanted here.
     */
    private void pictureAgain(ConnectionChange change) {
        Connection connection = connections.get(change.after().account());
        if (connection != null
                && change.before().isEmpty()
                && change.after().state().open()) {
            connection.send(Inferred.pictureAgain());
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindConnection(Connection connection) {
        connections.put(connection.account(), connection);
        writer.post(() -> gone.remove(connection.account()));
    }

    /** As CLOSED, which is told as well but may not be heard any more where the transport is gone for good. */
    void unbindConnection(Connection connection) {
        AccountId account = connection.account();
        if (connections.remove(account, connection)) {
            writer.post(() -> {
                if (!connections.containsKey(account)) {
                    forget(account);
                }
            });
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindAdmission(Admission admission) {
        border.set(admission);
    }

    void unbindAdmission(Admission admission) {
        border.unset(admission);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(PresenceListener listener, ServiceReference<PresenceListener> from) {
        if (border.admits(from, Use.PRESENCE)) {
            listen(listener, from.getBundle().getSymbolicName());
        }
    }

    /** From now on {@code listener} is told, beginning with what there is; for whoever runs a board without a framework. */
    public void listen(PresenceListener listener, String owner) {
        writer.post(() -> listeners.add(
                listener,
                owner,
                views.list().stream()
                        .map(p -> new PresenceChange(Optional.empty(), Optional.of(p)))
                        .toList()));
    }

    void unbindListener(PresenceListener listener) {
        writer.post(() -> listeners.remove(listener));
    }

    private Watch watch(AccountId account) {
        return watches.computeIfAbsent(
                account, id -> new Watch(id, writer, () -> Optional.ofNullable(connections.get(id)), () -> draw(id)));
    }

    private void forget(AccountId account) {
        Optional.ofNullable(watches.remove(account)).ifPresent(Watch::stop);
        View last = views.of(account);
        views.remove(account);
        tell(last.byNumber().values().stream()
                .map(who -> new PresenceChange(Optional.of(who), Optional.empty()))
                .toList());
        Connection next = connections.get(account); // made again under the same name before its end was told
        if (next != null && next.status().state() != ConnectionState.CLOSED) {
            watch(account).connection(next.status());
        } else {
            gone.add(account);
        }
    }

    /** Draws what was touched since the last time. */
    private void draw(AccountId account) {
        Watch watch = watches.get(account);
        if (watch == null) { // an answer that came after its account had gone
            return;
        }
        View before = views.of(account);
        List<PresenceChange> changes = watch.changes(before.byNumber());
        if (!changes.isEmpty()) {
            views.put(account, before.with(changes));
            tell(changes);
        }
    }

    private void tell(List<PresenceChange> changes) {
        listeners.tell(changes);
        wishes.shown(changes);
    }

    /** Changes of the same account of the same tenant are one, as long as they wait. */
    private record Key(AccountId seenBy, String number) {}

    /** Null: it is as it was, or came and went, while that waited. */
    private static PresenceChange merged(PresenceChange earlier, PresenceChange later) {
        return earlier.before().equals(later.after()) ? null : new PresenceChange(earlier.before(), later.after());
    }

    private static Object key(PresenceChange change) {
        Presence who = View.who(change);
        return new Key(who.seenBy(), who.number());
    }
}

package pbx.transport;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.MessageListener;
import pbx.listeners.Listeners;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;

/** What all accounts share: the writer thread, the listeners, and the picture of who is connected. */
@Component(service = ConnectionBoard.class, immediate = true)
public final class ConnectionBoard {
    private static final int BOUND = 10_000;

    private final Writer writer;
    private final Listeners<ConnectionListener, ConnectionChange> listeners =
            new Listeners<>("ConnectionListener", ConnectionListener::connectionChanged, BOUND);
    private final Listeners<MessageListener, Received> messages =
            new Listeners<>("MessageListener", (l, r) -> l.received(r.account(), r.message()), BOUND);
    private final IdentityHashMap<MessageListener, Set<String>> kinds = new IdentityHashMap<>();
    private final Map<AccountId, ConnectionStatus> statuses = new LinkedHashMap<>();
    private final Kept kept = new Kept();

    @Activate
    public ConnectionBoard() {
        this(new WriterThread("pbx-transport"));
    }

    ConnectionBoard(Writer writer) {
        this.writer = writer;
    }

    @Deactivate
    void stop() {
        writer.close();
        listeners.close();
        messages.close();
    }

    Writer writer() {
        return writer;
    }

    /** Confined to the writer. CLOSED forgets the account. */
    void changed(ConnectionStatus after) {
        ConnectionStatus before = after.state() == ConnectionState.CLOSED
                ? statuses.remove(after.account())
                : statuses.put(after.account(), after);
        if (!after.equals(before)) {
            listeners.tell(new ConnectionChange(Optional.ofNullable(before), after));
        }
    }

    /** Confined to the writer. */
    void received(Received received) {
        String kind = received.message().kind();
        if (messages.tell(received, listener -> wants(listener, kind)) == 0) {
            kept.keep(received);
        }
    }

    private boolean wants(MessageListener listener, String kind) {
        Set<String> wanted = kinds.getOrDefault(listener, Set.of());
        return wanted.contains(kind) || wanted.contains("*");
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindListener(ConnectionListener listener, ServiceReference<ConnectionListener> from) {
        String owner = from.getBundle().getSymbolicName();
        writer.post(() -> listeners.add(
                listener,
                owner,
                statuses.values().stream()
                        .map(status -> new ConnectionChange(Optional.empty(), status))
                        .toList()));
    }

    void unbindListener(ConnectionListener listener) {
        writer.post(() -> listeners.remove(listener));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindMessages(MessageListener listener, ServiceReference<MessageListener> from) {
        String owner = from.getBundle().getSymbolicName();
        Set<String> wanted = texts(from.getProperty(MessageListener.KINDS));
        writer.post(() -> {
            kinds.put(listener, wanted);
            // a listener of everything (an inspector) must not take what call control needs
            List<Received> waited = kept.take(wanted::contains);
            messages.add(listener, owner, waited);
        });
    }

    void unbindMessages(MessageListener listener) {
        writer.post(() -> {
            kinds.remove(listener);
            messages.remove(listener);
        });
    }

    private static Set<String> texts(Object property) {
        return property instanceof String[] many
                ? Set.of(many)
                : property instanceof String one ? Set.of(one) : Set.of();
    }
}

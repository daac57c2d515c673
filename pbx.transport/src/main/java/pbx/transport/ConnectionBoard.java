package pbx.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.MessageListener;
import pbx.api.connection.Wire;
import pbx.api.plugin.Admission;
import pbx.api.plugin.Deliveries;
import pbx.api.plugin.Delivery;
import pbx.api.plugin.Use;
import pbx.listeners.Border;
import pbx.listeners.Listeners;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;

/** What all accounts share: the writer thread, the listeners, and the picture of who is connected. */
@Component(
        service = {ConnectionBoard.class, Deliveries.class, Wire.class},
        immediate = true)
public final class ConnectionBoard implements Deliveries, Wire {
    private static final int BOUND = 10_000;
    /** For listeners that have not been told everything when this stops; most have. */
    private static final Duration MOMENT = Duration.ofMillis(500);
    /** What is posted by what was posted, twice over. */
    private static final int ROUNDS = 3;

    private static final int ROUND_SECONDS = 1;
    /** Of full inboxes a few hundred messages are told in each. */
    private static final int MOST_ROUNDS = 500;

    private final Border border = new Border();
    /** What all accounts share, so that a thousand of them have no more threads than one. */
    private final Json json = new Json();

    private final Http http = new Http(json, new Trust());
    private final Writer writer;
    private final Surroundings surroundings;
    private final Listeners<ConnectionListener, ConnectionChange> listeners =
            new Listeners<>("ConnectionListener", ConnectionListener::connectionChanged, BOUND);
    private final Receivers receivers;
    private final WireLog wire = new WireLog(Clock.systemUTC());
    private final Map<AccountId, ConnectionStatus> statuses = new LinkedHashMap<>();
    private final Map<AccountId, Member> members = new HashMap<>();

    /** One account on this board. Both are called on the writer. */
    interface Member {
        /** Something that the PBX said was left out: ask it for the whole picture. */
        void resync();

        /** The network has changed, or the machine has slept. */
        void hurry(String why);
    }

    @Activate
    public ConnectionBoard() {
        this(new WriterThread("pbx-transport"));
    }

    ConnectionBoard(Writer writer) {
        this.writer = writer;
        this.receivers = new Receivers(writer, this::resync);
        this.surroundings = new Surroundings(
                why -> writer.post(() -> List.copyOf(members.values()).forEach(m -> m.hurry(why))));
    }

    @Deactivate
    void stop() {
        surroundings.close();
        settle();
        writer.close();
        listeners.close(MOMENT); // the accounts' CLOSED waits there
        receivers.close(MOMENT);
        http.close();
    }

    Json json() {
        return json;
    }

    Http http() {
        return http;
    }

    WireLog wire() {
        return wire;
    }

    @Override
    public List<Line> last() {
        return wire.last();
    }

    /** The accounts let go of their sockets, and what came before is told: a successor is given only what comes then. */
    private void settle() {
        AtomicBoolean left = new AtomicBoolean();
        for (int i = 0; i < ROUNDS || (i < MOST_ROUNDS && !left.get()); i++) {
            CountDownLatch round = new CountDownLatch(1);
            writer.post(() -> {
                left.set(members.isEmpty());
                round.countDown();
            });
            try {
                if (!round.await(ROUND_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    Writer writer() {
        return writer;
    }

    void hurry(String why) {
        writer.post(() -> List.copyOf(members.values()).forEach(member -> member.hurry(why)));
    }

    // --- confined to the writer ---

    void join(AccountId account, Member member) {
        members.put(account, member);
    }

    /** False: a successor has come first. */
    boolean leave(AccountId account, Member member) {
        return members.remove(account, member);
    }

    private void resync(AccountId account) {
        Member member = members.get(account);
        if (member != null) {
            member.resync();
        }
    }

    /** CLOSED forgets the account. */
    void changed(ConnectionStatus after) {
        ConnectionStatus before = after.state() == ConnectionState.CLOSED
                ? statuses.remove(after.account())
                : statuses.put(after.account(), after);
        if (!after.equals(before)) {
            listeners.tell(new ConnectionChange(Optional.ofNullable(before), after));
        }
    }

    void received(Received received) {
        receivers.tell(received);
    }

    @Override
    public List<Delivery> deliveries() {
        return Stream.concat(listeners.deliveries().stream(), receivers.deliveries().stream())
                .toList();
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
    void bindListener(ConnectionListener listener, ServiceReference<ConnectionListener> from) {
        if (border.admits(from, Use.CONNECTION)) {
            watch(listener, from.getBundle().getSymbolicName());
        }
    }

    void watch(ConnectionListener listener, String owner) {
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
        if (border.admits(from, Use.CONNECTION)) {
            listen(listener, from.getBundle().getSymbolicName(), texts(from.getProperty(MessageListener.KINDS)));
        }
    }

    void listen(MessageListener listener, String owner, Set<String> wanted) {
        writer.post(() -> receivers.add(listener, owner, wanted));
    }

    void unbindMessages(MessageListener listener) {
        writer.post(() -> receivers.remove(listener));
    }

    private static Set<String> texts(Object property) {
        return property instanceof String[] many
                ? Set.of(many)
                : property instanceof String one ? Set.of(one) : Set.of();
    }
}

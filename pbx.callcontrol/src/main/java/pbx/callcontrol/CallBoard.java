package pbx.callcontrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Ending;
import pbx.api.connection.Connection;
import pbx.api.connection.Message;
import pbx.listeners.Listeners;
import pbx.listeners.Writer;

/** The picture of all calls, and the one place where it changes. Confined to the writer thread, save the snapshots. */
final class CallBoard {
    private static final Logger log = LoggerFactory.getLogger(CallBoard.class);
    private static final int BOUND = 10_000;
    private static final int REMEMBERED = 1_000;
    /** How late a first word of the PBX about a call may come. */
    private static final Duration LATE = Duration.ofSeconds(10);

    final Writer writer;
    final Clock clock;
    final Listeners<CallListener, CallChange> listeners =
            new Listeners<>("CallListener", CallListener::callChanged, BOUND);
    final Map<AccountId, Connection> connections = new ConcurrentHashMap<>();
    final Confirmations confirmations;
    final Audio audio;
    final Reach reach;
    private final Map<CallId, Leg> legs = new LinkedHashMap<>();
    /** Calls that are over: what still comes from their audio sessions must not bring them back. */
    private final Set<CallId> over = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** When the last call ended of which the PBX had not spoken. */
    private final Map<AccountId, Instant> unnamed = new HashMap<>();

    private volatile List<Call> picture = List.of();

    CallBoard(Writer writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
        this.confirmations = new Confirmations(writer);
        this.audio = new Audio(this);
        this.reach = new Reach(this);
    }

    /** Never blocks; from any thread. */
    List<Call> list() {
        return picture;
    }

    List<Leg> legs() {
        return List.copyOf(legs.values());
    }

    Leg leg(CallId id) {
        Leg leg = legs.get(id);
        if (leg == null) {
            throw new PbxException(Reason.UNKNOWN_CALL, "there is no call " + id + ", or it has ended");
        }
        return leg;
    }

    Optional<Leg> known(CallId id) {
        return Optional.ofNullable(legs.get(id));
    }

    /** Whether a call of this account ended just now of which the PBX had not spoken yet; it still may. */
    boolean endedUnnamed(AccountId account) {
        Instant last = unnamed.get(account);
        return last != null && last.plus(LATE).isAfter(clock.instant());
    }

    boolean isOver(CallId id) {
        return over.contains(id);
    }

    Optional<Leg> byWire(AccountId account, String callid) {
        return legs.values().stream()
                .filter(leg -> leg.id.account().equals(account))
                .filter(leg -> leg.wireId.equals(callid) || leg.id.value().equals(callid))
                .findFirst();
    }

    void add(Leg leg) {
        legs.put(leg.id, leg);
        change(leg, unchanged -> {});
    }

    /** Moves the call on. A move that the table does not have is ignored: the wire may repeat itself or be late. */
    boolean become(Leg leg, CallState next) {
        if (leg.state == next) {
            return true;
        }
        if (!leg.state.mayBecome(next)) {
            log.warn(
                    "call {}: {} cannot become {}; ignored, and the PBX is asked for its list",
                    leg.id,
                    leg.state,
                    next);
            send(leg, Wire.ownCalls());
            return false;
        }
        change(leg, moved -> moved.state = next);
        return true;
    }

    /** Ends it once; what was said when this side hung up stays said. */
    void end(Leg leg, Ending ending) {
        if (legs.remove(leg.id, leg)) {
            over.add(leg.id);
            leg.patience.close();
            if (leg.direction == Direction.OUT && !leg.named) {
                unnamed.put(leg.id.account(), clock.instant());
            }
            change(leg, ended -> {
                ended.state = CallState.ENDED;
                ended.ended = Optional.of(clock.instant());
                ended.ending = Optional.of(ended.plannedEnding != null ? ended.plannedEnding : ending);
            });
            audio.close(leg);
        }
    }

    /** Applies {@code edit}, and tells whoever listens if the call looks different now. */
    void change(Leg leg, Consumer<Leg> edit) {
        edit.accept(leg);
        Call before = leg.told;
        Call after = leg.snapshot();
        picture = legs.values().stream().map(Leg::snapshot).toList();
        audio.note(leg);
        if (!after.equals(before)) {
            leg.told = after;
            if (before == null || before.state() != after.state()) {
                log.info(
                        "call {} {} {} {}",
                        leg.id,
                        after.direction(),
                        after.state(),
                        after.ending().map(e -> e.by() + " " + e.reason()).orElse(""));
            }
            listeners.tell(new CallChange(Optional.ofNullable(before), after));
            confirmations.check(after);
        }
    }

    Connection connection(AccountId account) {
        Connection connection = connections.get(account);
        if (connection == null) {
            throw new PbxException(Reason.UNKNOWN_ACCOUNT, "there is no account " + account);
        }
        return connection;
    }

    /** Throws NOT_CONNECTED before anything is done, where something is to be sent. */
    Connection connected(AccountId account) {
        Connection connection = connection(account);
        if (!connection.status().state().open()) {
            throw new PbxException(
                    Reason.NOT_CONNECTED,
                    connection.status().label() + " is not connected: "
                            + connection.status().problem().orElse("trying again"));
        }
        return connection;
    }

    /** Sends what needs no answer; a lost socket shows itself by its state. */
    void send(Leg leg, Message message) {
        Connection connection = connections.get(leg.id.account());
        if (connection != null) {
            connection.send(message);
        }
    }
}

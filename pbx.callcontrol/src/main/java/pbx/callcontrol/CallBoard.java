package pbx.callcontrol;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Dialable;
import pbx.api.call.Ending;
import pbx.api.call.Party;
import pbx.listeners.Writer;

/** The picture of all calls, and the one place where it changes. Confined to the writer thread, save the snapshots. */
final class CallBoard {
    private static final Logger log = LoggerFactory.getLogger(CallBoard.class);

    final Writer writer;
    final Clock clock;
    final Exchanges exchanges;
    final Confirmations confirmations;
    final Past past;
    final Audio audio;
    final Reach reach;
    final Floor floor;
    private final Consumer<CallChange> news;
    private final DialPlan dialPlan = new DialPlan();
    private final Map<CallId, Leg> legs = new LinkedHashMap<>();
    private volatile Rules rules;
    private volatile List<Call> picture = List.of();

    /** @param news is told every change, on the writer */
    CallBoard(Writer writer, Clock clock, Rules rules, Consumer<CallChange> news) {
        this.writer = writer;
        this.clock = clock;
        this.rules = rules;
        this.news = news;
        this.exchanges = new Exchanges(writer);
        this.confirmations = new Confirmations(writer);
        this.past = new Past(clock);
        this.audio = new Audio(this);
        this.reach = new Reach(this);
        this.floor = new Floor(this);
    }

    /** Never blocks; from any thread. */
    List<Call> list() {
        return picture;
    }

    Rules rules() {
        return rules;
    }

    void rules(Rules next) {
        rules = next;
        legs().forEach(leg -> change(leg, unchanged -> {}));
    }

    // --- finding ---

    List<Leg> legs() {
        return List.copyOf(legs.values());
    }

    List<Leg> legs(AccountId account) {
        return legs.values().stream()
                .filter(leg -> leg.id.account().equals(account))
                .toList();
    }

    Leg leg(CallId id) {
        return known(id)
                .orElseThrow(
                        () -> new PbxException(Reason.UNKNOWN_CALL, "there is no call " + id + ", or it has ended"));
    }

    Optional<Leg> known(CallId id) {
        return Optional.ofNullable(legs.get(id));
    }

    Optional<Leg> byWire(AccountId account, String callid) {
        return legs(account).stream()
                .filter(leg -> leg.wireId.equals(callid) || leg.id.value().equals(callid))
                .findFirst();
    }

    /** Our ids are never used again, also where the PBX does. */
    CallId fresh(AccountId account, String callid) {
        CallId id = new CallId(account, callid);
        for (int again = 2; past.holds(id) || legs.containsKey(id); again++) {
            id = new CallId(account, callid + "~" + again);
        }
        return id;
    }

    // --- changing ---

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
            exchanges.send(leg, Wire.ownCalls());
            return false;
        }
        change(leg, moved -> moved.state = next);
        return true;
    }

    /** Ends it once; what was said when this side hung up stays said. */
    void end(Leg leg, Ending ending) {
        if (legs.remove(leg.id, leg)) {
            past.add(leg);
            leg.patience.close();
            leg.consent.close();
            change(leg, ended -> {
                ended.state = CallState.ENDED;
                ended.ended = Optional.of(clock.instant());
                ended.ending = Optional.of(ended.plannedEnding != null ? ended.plannedEnding : ending);
            });
            audio.close(leg);
        }
    }

    /** Applies {@code edit}, tells whoever listens if the call looks different now, and does what follows from it. */
    void change(Leg leg, Consumer<Leg> edit) {
        Call before = leg.told;
        if (before != null && before.state() == CallState.ENDED) {
            return; // told last
        }
        edit.accept(leg);
        Call after = leg.snapshot();
        if (!after.equals(before)) {
            leg.told = after;
            picture = legs.values().stream().map(Leg::snapshot).toList();
            if (before == null || before.state() != after.state()) {
                logState(after);
            }
            news.accept(new CallChange(Optional.ofNullable(before), after));
        }
        audio.note(leg);
        confirmations.check(after);
        floor.settle(leg.id.account());
    }

    private static void logState(Call call) {
        log.info(
                "call {} {} {} {}",
                call.id(),
                call.direction(),
                call.state(),
                call.ending().map(ending -> ending.by() + " " + ending.reason()).orElse(""));
    }

    // --- numbers; from any thread ---

    private Home home(AccountId account) {
        return exchanges.status(account).map(Home::of).orElse(Home.NOWHERE);
    }

    Dialable dialable(AccountId account, String text) {
        return dialPlan.read(home(account), rules, text);
    }

    /** The same; DENIED too where somebody must be asked first. */
    Dialable unasked(AccountId account, String text) {
        Dialable to = dialable(account, text);
        to.confirm().ifPresent(why -> {
            throw new PbxException(
                    Reason.DENIED, why + "; ask the user first, then take " + to.number() + " without the link");
        });
        return to;
    }

    String shown(AccountId account, String number) {
        return dialPlan.shown(home(account).country(), number);
    }

    Party party(AccountId account, String number, String name) {
        return new Party(number, name, shown(account, number));
    }
}

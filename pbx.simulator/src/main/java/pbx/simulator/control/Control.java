package pbx.simulator.control;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import pbx.simulator.exchange.Dialect;
import pbx.simulator.exchange.Dnd;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.faults.Fault;

/**
 * Scenarios and faults of the embedded PBX: the one model behind the shell's words, {@code /control} and the JUnit extension.
 * An extension is named {@code 45}, or {@code 45@tenant} where it is not in the first tenant; sockets and faults know the
 * number alone, {@code *} meaning all. What is asked for begins at once and is seen on the wire when it happens. Usable from
 * any thread. A name that there is not is an {@link IllegalArgumentException}.
 */
public final class Control {
    private final Plant plant;
    private final List<ScriptedPhone> phones = new CopyOnWriteArrayList<>();

    public Control(Plant plant) {
        this.plant = plant;
    }

    /**
     * Somebody calls: an extension, with a phone of its own beside those it has, or a number outside.
     *
     * @param name who the caller says they are, if from outside
     * @return the id of the call
     */
    public String call(String from, String to, String name) {
        Place caller = Place.of(plant, from);
        ScriptedPhone phone = caller.known()
                ? ScriptedPhone.of(caller.exchange(), caller.number(), new Once())
                : ScriptedPhone.outside(caller.exchange(), caller.outside(), name, new Once());
        phones.add(phone);
        phone.plug();
        return phone.dial(to);
    }

    /** @see #call(String, String, String) */
    public String call(String from, String to) {
        return call(from, to, from);
    }

    /** Plugs a phone in that rings until it is told what to do; one that is there already is left as it is. */
    public void register(String extension, boolean answers) {
        Place place = Place.of(plant, extension).require();
        if (of(place).stream().noneMatch(ScriptedPhone::plugged)) {
            ScriptedPhone phone =
                    ScriptedPhone.of(place.exchange(), place.number(), answers ? new Answering() : new Silent());
            phones.add(phone);
            phone.register();
        }
    }

    /** Takes away the phones that were plugged in here. */
    public void unregister(String extension) {
        List<ScriptedPhone> gone = of(Place.of(plant, extension));
        gone.forEach(ScriptedPhone::unplug);
        phones.removeAll(gone);
    }

    /** The phones here answer what rings at the extension. */
    public void answer(String extension) {
        tell(extension, ScriptedPhone::answer);
    }

    public void decline(String extension) {
        tell(extension, ScriptedPhone::decline);
    }

    /** The phones here end their calls. */
    public void hangUp(String extension) {
        tell(extension, ScriptedPhone::hangUp);
    }

    public void hold(String extension, boolean on) {
        tell(extension, phone -> phone.hold(on));
    }

    /** The phones here send whom they talk with on to another number; a park orbit for one. */
    public void transfer(String extension, String to) {
        tell(extension, phone -> phone.transfer(to));
    }

    /** @param time how long it shall last; zero for ever */
    public CompletableFuture<Dnd> dnd(String extension, boolean on, String reason, Duration time) {
        Place place = Place.of(plant, extension).require();
        return place.exchange().dnd(place.number(), new Dnd(on, reason), time);
    }

    /**
     * Whether voicemail takes what the extension does not.
     *
     * @param patience how long phones of its tenant ring before; zero leaves it as it is
     */
    public CompletableFuture<Void> voicemail(String extension, boolean on, Duration patience) {
        Place place = Place.of(plant, extension).require();
        CompletableFuture<Void> before = patience.isZero()
                ? CompletableFuture.completedFuture(null)
                : place.exchange().voicemailAfter(patience);
        return before.thenCompose(set -> place.exchange().voicemail(place.number(), on));
    }

    /** Closes the extension's sockets with a code. @return how many there were */
    public int close(String extension, int code) {
        return plant.sockets().close(extension, code);
    }

    /** Cuts the extension's connections without a word. @return how many there were */
    public int cut(String extension) {
        return plant.sockets().cut(extension);
    }

    /** Half-open: the extension's connections stay, and carry nothing any more. @return how many there were */
    public int stall(String extension) {
        return plant.sockets().stall(extension);
    }

    /** From now on this happens to frames of the extension, until it is healed or the PBX restarts. */
    public void fault(String extension, Fault fault) {
        plant.faults().add(extension, fault);
    }

    public void heal(String extension) {
        plant.faults().heal(extension);
    }

    /** Whether every new login fails as if its password or token were wrong. */
    public void refuseLogins(boolean all) {
        plant.sessions().refuse(all);
    }

    /** All web sessions and tokens are dead; sockets stay. */
    public void expireSessions() {
        plant.sessions().expire();
    }

    /** Moves the PBX's time on, once what was asked before is done. What is due by then happens at once. */
    public void advance(Duration by) {
        plant.clock().advance(by);
    }

    /** Calls, sessions, sockets and faults are gone; same ports. Completes when it is there again. */
    public CompletableFuture<Void> restart() {
        phones.clear();
        return plant.restart();
    }

    /** For everybody, without exception; the {@code Server} header says so too. */
    public void dialect(Dialect dialect) {
        plant.dialect(dialect);
    }

    /** For one extension alone; the {@code Server} header stays. */
    public void dialect(String extension, Dialect dialect) {
        Place place = Place.of(plant, extension).require();
        place.exchange().dialects().dialect(place.number(), dialect);
    }

    /** What the {@code Server} header says after {@code PBX/}; empty for what the dialect says. */
    public void version(String version) {
        plant.version(version);
    }

    /** How things stand. */
    public Status status() {
        Map<String, List<String>> scripted = phones.stream()
                .filter(ScriptedPhone::plugged)
                .collect(Collectors.toMap(
                        ScriptedPhone::number,
                        phone -> phone.calls().values().stream().map(Enum::name).toList(),
                        (one, other) -> one));
        return new Status(
                plant.server(),
                plant.clock().instant(),
                plant.tenants().stream().map(Exchange::domain).toList(),
                plant.sockets().extensions(),
                scripted,
                plant.faults().list(),
                plant.sessions().refusing());
    }

    /** On the exchange's loop: what others have seen of the phones, these have seen too when it is done. */
    private void tell(String extension, Consumer<ScriptedPhone> what) {
        List<ScriptedPhone> some = of(Place.of(plant, extension));
        if (some.isEmpty()) {
            throw new IllegalArgumentException("no scripted phone of " + extension + ": register it, or let it call");
        }
        plant.clock().execute(() -> some.forEach(what));
    }

    private List<ScriptedPhone> of(Place place) {
        return phones.stream()
                .filter(phone -> phone.at(place.exchange()) && phone.number().equals(place.number()))
                .toList();
    }

    /** A phone that is there for one call. */
    private final class Once implements ScriptedPhone.Listener {
        @Override
        public void ends(ScriptedPhone phone, String call) {
            phone.unplug();
            phones.remove(phone);
        }
    }

    /** A phone that rings. */
    private static final class Silent implements ScriptedPhone.Listener {}

    /** A phone that answers at once. */
    private static final class Answering implements ScriptedPhone.Listener {
        @Override
        public void rings(ScriptedPhone phone, String call, String from) {
            phone.answer();
        }
    }
}

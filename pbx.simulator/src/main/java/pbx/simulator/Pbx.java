package pbx.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.Settings.Identification;
import pbx.simulator.control.Clock;
import pbx.simulator.control.Control;
import pbx.simulator.control.Plant;
import pbx.simulator.control.Verbs;
import pbx.simulator.exchange.Dialect;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.exchange.LoopThread;
import pbx.simulator.exchange.Silence;
import pbx.simulator.faults.Faults;
import pbx.simulator.http.Building;
import pbx.simulator.http.OpenSockets;
import pbx.simulator.http.Remote;
import pbx.simulator.http.Sessions;
import pbx.simulator.office.Office;
import pbx.webrtc.AudioEngine;

/** The embedded PBX, in a framework or without. Usable from any thread. */
public final class Pbx implements Plant, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pbx.class);

    private final AudioEngine engine;
    private final Control control = new Control(this);
    private final Verbs verbs = new Verbs(control);
    private volatile Settings settings;
    private volatile Identification shown;
    private volatile Run run;
    private Optional<Office> office = Optional.empty();
    /** False where the last try to open failed: the next settings are another. */
    private boolean running;

    private Optional<Doors> doors = Optional.empty();

    /** Opens it. A port that is in use is logged; see {@link #settings}. */
    public Pbx(AudioEngine engine, Settings settings) throws Exception {
        this.engine = engine;
        this.settings = settings;
        this.shown = settings.shown();
        open();
    }

    /** Passwords change at once; other doors close all sockets, though their calls wait; another inside ends all calls. */
    public synchronized void settings(Settings wanted) throws Exception {
        Settings before = settings;
        settings = wanted;
        if (!wanted.shown().equals(before.shown())) {
            show(wanted.shown());
        }
        if (!running || !wanted.inside().equals(before.inside())) {
            close();
            open();
            return;
        }
        run.sessions().credentials(wanted.credentials());
        if (!wanted.office().equals(before.office())) {
            leave();
            populate();
        }
        boolean sameDoors =
                wanted.doorway().equals(before.doorway()) && wanted.remote().equals(before.remote());
        if (sameDoors && doors.isPresent()) {
            doors.get().openMissing();
        } else {
            shut();
            doors = Optional.of(doors(Map.of()));
        }
    }

    private void show(Identification wanted) {
        shown = wanted;
        tenants().forEach(tenant -> tenant.dialects().dialect(wanted.dialect()));
    }

    private void open() throws Exception {
        open(Map.of());
    }

    /** @param ports by scheme, instead of what the settings say */
    private void open(Map<String, Integer> ports) throws Exception {
        Settings.Inside inside = settings.inside();
        AudioEngine sound = inside.audio() ? engine : new Silence();
        sound.problem().ifPresent(problem -> LOG.warn("calls to the embedded PBX will fail: {}", problem));
        LoopThread thread = new LoopThread();
        Clock clock = new Clock(thread);
        List<Exchange> tenants = inside.tenants().stream()
                .map(domain -> new Exchange(domain.name(), domain.extensions(), sound, clock))
                .toList();
        Faults faults = new Faults(clock);
        Sessions sessions = new Sessions(tenants, settings.credentials(), inside.sessionLife(), clock);
        run = new Run(thread, clock, tenants, sessions, faults, new OpenSockets(faults));
        show(shown);
        try {
            doors = Optional.of(doors(ports));
        } catch (Exception failed) {
            run.close();
            throw failed;
        }
        running = true;
        populate();
    }

    private void populate() {
        Settings.OfficeHours hours = settings.office();
        if (hours.open()) {
            Exchange first = run.tenants().get(0);
            office = Optional.of(new Office(first, run.clock(), hours.seats(), hours.rings(), hours.seed()));
        }
    }

    private void leave() {
        office.ifPresent(Office::close);
        office = Optional.empty();
    }

    private Doors doors(Map<String, Integer> ports) throws Exception {
        Settings.Doorway doorway = settings.doorway();
        Optional<Remote> remote = settings.remote().open()
                ? Optional.of(new Remote(ControlToken.of(settings.remote().token(), doorway.directory()), this::remote))
                : Optional.empty();
        return new Doors(
                doorway, ports, new Building(this::server, run.tenants(), run.sessions(), run.sockets(), remote));
    }

    private CompletableFuture<String> remote(String verb, String body) {
        return verbs.run(verb, body);
    }

    /** Scenarios and faults. */
    public Control control() {
        return control;
    }

    /** The same by words. */
    Verbs verbs() {
        return verbs;
    }

    @Override
    public List<Exchange> tenants() {
        return run.tenants();
    }

    @Override
    public Clock clock() {
        return run.clock();
    }

    @Override
    public Sessions sessions() {
        return run.sessions();
    }

    @Override
    public OpenSockets sockets() {
        return run.sockets();
    }

    @Override
    public Faults faults() {
        return run.faults();
    }

    @Override
    public String server() {
        return shown.server();
    }

    @Override
    public synchronized void dialect(Dialect dialect) {
        show(new Identification(dialect, ""));
    }

    @Override
    public synchronized void version(String version) {
        shown = new Identification(shown.dialect(), version);
    }

    /** The port of {@code http} or {@code https}; completes when that is open. */
    public synchronized CompletableFuture<Integer> port(String scheme) {
        return doors.map(open -> open.port(scheme))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new IllegalStateException("the embedded PBX could not be opened; see the log")));
    }

    @Override
    public CompletableFuture<Void> restart() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> restart(done), "pbx-simulator-restart");
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private synchronized void restart(CompletableFuture<Void> done) {
        try {
            Map<String, Integer> ports = doors.map(Doors::ports).orElse(Map.of());
            close();
            open(ports);
            done.complete(null);
        } catch (Exception failed) {
            LOG.error("the embedded PBX did not come back: {}", failed.getMessage(), failed);
            done.completeExceptionally(failed);
        }
    }

    @Override
    public synchronized void close() throws Exception {
        leave();
        try {
            shut();
        } finally {
            if (running) {
                running = false;
                run.close();
            }
        }
    }

    private void shut() throws Exception {
        if (doors.isPresent()) {
            Doors open = doors.get();
            doors = Optional.empty();
            open.close();
        }
    }

    /** What lives from one start to the next. */
    private record Run(
            LoopThread thread,
            Clock clock,
            List<Exchange> tenants,
            Sessions sessions,
            Faults faults,
            OpenSockets sockets) {

        void close() {
            tenants.forEach(Exchange::close);
            thread.close();
        }
    }
}

package probe;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallListener;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.media.Frame;
import pbx.api.media.Injection;
import pbx.api.media.Tap;
import pbx.api.media.Taps;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugins;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceListener;
import pbx.api.presence.Presences;

/** Places calls as a plugin does, once so many accounts are registered as the scenario needs. */
@Component(immediate = true)
public final class Probe implements CallListener, ConnectionListener, PresenceListener {
    private static final long PATIENCE_S = 30;

    private static final int AUDIBLE = 30;

    private final Calls calls;
    private final Taps taps;
    private final Presences presences;
    private final Plugins plugins;
    private final Scenario scenario = Scenario.of(System.getProperty("pbx.bench.scenario", ""));
    /** How often each was registered. */
    private final Map<AccountId, Long> registered = new ConcurrentHashMap<>();

    private final Object news = new Object();
    private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "probe");

    @Activate
    public Probe(
            @Reference Calls calls, @Reference Taps taps, @Reference Presences presences, @Reference Plugins plugins) {
        this.calls = calls;
        this.taps = taps;
        this.presences = presences;
        this.plugins = plugins;
        thread.setDaemon(true);
    }

    @Override
    public void connectionChanged(ConnectionChange change) {
        if (change.after().state() == ConnectionState.REGISTERED) {
            registered.merge(change.after().account(), 1L, Long::sum);
            news();
            if (!Bad.isHere() && registered.size() == scenario.accounts() && thread.getState() == Thread.State.NEW) {
                thread.start();
            }
        }
    }

    @Override
    public void callChanged(CallChange change) {
        long now = System.nanoTime();
        for (String what :
                List.of("" + change.after().state(), "muted " + change.after().muted())) {
            CompletableFuture<Long> waiting = awaited.remove(change.after().id() + " " + what);
            if (waiting != null) {
                waiting.complete(now);
            }
        }
        news();
    }

    @Override
    public void presenceChanged(PresenceChange change) {
        news();
    }

    /** Mutes or unmutes; nanoseconds until this listener was told. */
    long muted(Call call, boolean wanted) throws Exception {
        CompletableFuture<Long> told = new CompletableFuture<>();
        awaited.put(call.id() + " muted " + wanted, told);
        long began = System.nanoTime();
        var unused = calls.mute(call.id(), wanted);
        return get(told) - began;
    }

    private void news() {
        synchronized (news) {
            news.notifyAll();
        }
    }

    /** Waits for something that a change brings. */
    void until(String what, BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        synchronized (news) {
            while (!so.getAsBoolean()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("not in " + PATIENCE_S + " s: " + what);
                }
                news.wait(left);
            }
        }
    }

    @Deactivate
    void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            scenario.run(this);
        } catch (Exception e) {
            print("failed " + e);
        }
        print("end");
    }

    List<AccountId> accounts() {
        return List.copyOf(registered.keySet());
    }

    long registrations(AccountId account) {
        return registered.getOrDefault(account, 0L);
    }

    List<Call> calls() {
        return calls.list();
    }

    boolean dnd(AccountId seenBy, String number) {
        return presences.find(seenBy, number).map(Presence::dnd).orElse(false);
    }

    /** Puts a plugin, or another version of it, in; it must run then. */
    void deploy(Path jar) throws Exception {
        Plugin now = get(plugins.deploy(jar));
        if (now.state() != Plugin.State.RUNNING || now.problem().isPresent()) {
            throw new AssertionError("deployed, but " + now);
        }
    }

    /** Takes a plugin out, whatever became of it. */
    void undeploy(String name) throws Exception {
        get(plugins.undeploy(name));
    }

    /** Nanoseconds from dialling. */
    record Took(long active, long heard) {}

    /** One call to {@code number}, up and down again. */
    Took call(AccountId from, String number) throws Exception {
        return call(from, number, 0);
    }

    /** @param talk how long it lasts, in milliseconds */
    Took call(AccountId from, String number, long talk) throws Exception {
        long began = System.nanoTime();
        Call call = get(calls.dial(from, number));
        CompletableFuture<Long> heard = new CompletableFuture<>();
        try (Tap tap = get(taps.listen(call.id(), frame -> hear(frame, heard)))) {
            long up = get(reached(call, CallState.ACTIVE));
            long sound = get(heard);
            TimeUnit.MILLISECONDS.sleep(talk);
            hangUp(call);
            return new Took(up - began, sound - began);
        }
    }

    private static void hear(Frame frame, CompletableFuture<Long> heard) {
        if (frame.side() == Frame.Side.THERE && !heard.isDone()) {
            for (int i = 0; i < frame.samples().limit(); i++) {
                if (Math.abs(frame.samples().get(i)) > AUDIBLE) {
                    heard.complete(System.nanoTime());
                    return;
                }
            }
        }
    }

    /** A call that is up. */
    Call dial(AccountId from, String number) throws Exception {
        Call call = get(calls.dial(from, number));
        get(reached(call, CallState.ACTIVE));
        return call;
    }

    Injection inject(Call call) throws Exception {
        return get(taps.inject(call.id(), true));
    }

    void hangUp(Call call) throws Exception {
        get(calls.hangUp(call.id()));
    }

    private CompletableFuture<Long> reached(Call call, CallState state) {
        CompletableFuture<Long> then = new CompletableFuture<>();
        awaited.put(call.id() + " " + state, then);
        if (calls.list().stream().anyMatch(c -> c.id().equals(call.id()) && c.state() == state)) {
            then.complete(System.nanoTime()); // it was told before we asked
        }
        return then;
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** One line for who started the platform. */
    static void print(String line) {
        System.out.println("probe: " + line);
    }
}

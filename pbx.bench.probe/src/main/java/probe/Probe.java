package probe;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
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

/** Places calls as a plugin does, once so many accounts are registered as the scenario needs. */
@Component(immediate = true)
public final class Probe implements CallListener, ConnectionListener {
    private static final long PATIENCE_S = 30;

    private final Calls calls;
    private final Scenario scenario = Scenario.of(System.getProperty("pbx.bench.scenario", ""));
    private final Map<AccountId, Boolean> registered = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "probe");

    @Activate
    public Probe(@Reference Calls calls) {
        this.calls = calls;
        thread.setDaemon(true);
    }

    @Override
    public void connectionChanged(ConnectionChange change) {
        if (change.after().state() == ConnectionState.REGISTERED) {
            registered.put(change.after().account(), true);
            if (registered.size() == scenario.accounts() && thread.getState() == Thread.State.NEW) {
                thread.start();
            }
        }
    }

    @Override
    public void callChanged(CallChange change) {
        long now = System.nanoTime();
        CompletableFuture<Long> waiting =
                awaited.remove(change.after().id() + " " + change.after().state());
        if (waiting != null) {
            waiting.complete(now);
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

    /** One call to {@code number}, up and down again; nanoseconds from dialling to ACTIVE. */
    long call(AccountId from, String number) throws Exception {
        long began = System.nanoTime();
        Call call = calls.dial(from, number).toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
        long up = reached(call, CallState.ACTIVE);
        calls.hangUp(call.id()).toCompletableFuture().get(PATIENCE_S, TimeUnit.SECONDS);
        return up - began;
    }

    private long reached(Call call, CallState state) throws Exception {
        CompletableFuture<Long> then = new CompletableFuture<>();
        awaited.put(call.id() + " " + state, then);
        if (calls.list().stream().anyMatch(c -> c.id().equals(call.id()) && c.state() == state)) {
            then.complete(System.nanoTime()); // it was told before we asked
        }
        return then.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    /** One line for who started the platform. */
    static void print(String line) {
        System.out.println("probe: " + line);
    }
}

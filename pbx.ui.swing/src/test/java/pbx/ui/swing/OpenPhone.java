package pbx.ui.swing;

import java.util.List;
import java.util.concurrent.TimeUnit;
import pbx.api.call.Call;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.PresenceState;

/** The real softphone in a real window, with fakes behind it; what it is told is drawn when the methods return. */
final class OpenPhone implements AutoCloseable {
    final Softphone phone;
    final FakeCalls calls = new FakeCalls();
    final FakePresences presences = new FakePresences();

    OpenPhone() throws Exception {
        this("light");
    }

    OpenPhone(String theme) throws Exception {
        this(settings(theme));
    }

    OpenPhone(Settings settings) throws Exception {
        phone = new Softphone(settings);
        // what a new service does not list is taken off the desk seconds later, which a slow machine needs for a test
        calls.lists(() -> List.copyOf(phone.scene.desk().calls().values()));
        presences.lists(() -> List.copyOf(phone.scene.desk().presences().values()));
        phone.use(calls);
        phone.use(presences);
        String ready = phone.ready().toCompletableFuture().get(30, TimeUnit.SECONDS);
        if (!ready.equals("softphone open")) {
            throw new AssertionError("no window: " + ready);
        }
    }

    static Settings settings(String theme) {
        return Samples.settings(Settings.class, true, theme, "en");
    }

    OpenPhone registered(boolean secure) {
        phone.connectionChanged(Samples.told(Samples.status(ConnectionState.REGISTERED, secure, "")));
        drawn();
        return this;
    }

    OpenPhone people() {
        phone.presenceChanged(Samples.seen(Samples.person("40", "Ada Lovelace", PresenceState.IDLE)));
        phone.presenceChanged(Samples.seen(Samples.person(
                "41", "Grace Hopper", PresenceState.TALKING, new Party("0891234567", "Barbara Liskov"))));
        phone.presenceChanged(Samples.seen(
                Samples.person("42", "Alan Turing", PresenceState.RINGING, true, new Party("40", "Ada Lovelace"))));
        phone.presenceChanged(Samples.seen(Samples.person("43", "Edsger Dijkstra", PresenceState.HELD)));
        phone.presenceChanged(Samples.seen(Samples.person("44", Samples.HOSTILE, PresenceState.OFFLINE)));
        phone.presenceChanged(Samples.seen(Samples.person("45", "Jürgen Müller", PresenceState.IDLE)));
        phone.presenceChanged(Samples.seen(Samples.person("46", "", PresenceState.UNKNOWN)));
        drawn();
        return this;
    }

    OpenPhone call(Call call) {
        phone.callChanged(Samples.first(call));
        drawn();
        return this;
    }

    /** What was posted before this is done when it returns. */
    static void drawn() {
        Driver.doOnEdt(() -> {});
    }

    @Override
    public void close() {
        phone.deactivate();
    }
}

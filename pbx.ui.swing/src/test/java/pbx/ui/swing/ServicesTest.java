package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.call.Call;
import pbx.api.call.Calls;
import pbx.api.call.Party;
import pbx.api.presence.PresenceState;

class ServicesTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Scene scene = new Scene(Runnable::run);
    private final Services services = new Services(scene, timer);
    private final FakeCalls older = new FakeCalls();
    private final FakeCalls newer = new FakeCalls();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void theOldOneIsUnboundAfterTheNewOneIsBound() {
        services.use(older);
        services.use(newer);
        services.drop(older);
        assertEquals(Optional.<Calls>of(newer), services.get(Calls.class));
        services.drop(newer);
        assertEquals(Optional.empty(), services.get(Calls.class));
    }

    @Test
    void callsThatANewProviderDoesNotKnowAreTakenAway() {
        Call known = Samples.talking("1", new Party("40", "Ada"));
        Call lost = Samples.talking("2", new Party("41", "Bob"));
        scene.change(desk -> desk.with(Samples.first(known), Samples.T0).with(Samples.first(lost), Samples.T0));
        newer.lists(known);
        services.use(newer);
        services.reconcile(newer);
        assertEquals(Set.of(known.id()), scene.desk().calls().keySet());
    }

    @Test
    void aProviderThatWasReplacedMeanwhileHasNoSay() {
        Call known = Samples.talking("1", new Party("40", "Ada"));
        scene.change(desk -> desk.with(Samples.first(known), Samples.T0));
        services.use(older);
        services.use(newer);
        services.reconcile(older);
        assertEquals(Set.of(known.id()), scene.desk().calls().keySet());
    }

    @Test
    void peopleWhomANewProviderDoesNotKnowAreTakenAway() {
        var known = Samples.person("40", "Ada", PresenceState.IDLE);
        FakePresences presences = new FakePresences();
        presences.lists(known);
        scene.change(desk ->
                desk.with(Samples.seen(known)).with(Samples.seen(Samples.person("41", "Bob", PresenceState.IDLE))));
        services.use(presences);
        services.reconcile(presences);
        assertEquals(Set.of(Desk.Key.of(known)), scene.desk().presences().keySet());
    }

    @Test
    void afterTheEndAServiceMayStillComeAndGo() {
        timer.shutdownNow();
        services.use(older);
        services.drop(older);
        assertEquals(Optional.empty(), services.get(Calls.class));
    }
}

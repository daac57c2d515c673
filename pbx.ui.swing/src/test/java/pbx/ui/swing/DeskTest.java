package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceState;

class DeskTest {
    private static final Party ADA = new Party("40", "Ada");
    private static final Party BOB = new Party("41", "Bob");

    @Test
    void callsStayInTheOrderInWhichTheyWereFirstHeardOf() {
        Desk desk = Desk.EMPTY
                .with(Samples.first(Samples.incoming("1", ADA)), Samples.T0)
                .with(Samples.first(Samples.incoming("2", BOB)), Samples.T0)
                .with(new CallChange(Optional.of(Samples.incoming("1", ADA)), Samples.talking("1", ADA)), Samples.T0);
        assertEquals(
                List.of(Samples.id("1"), Samples.id("2")),
                List.copyOf(desk.calls().keySet()));
        assertEquals(Samples.id("2"), desk.offered().orElseThrow().id());
        assertEquals(Samples.id("1"), desk.talking().orElseThrow().id());
    }

    @Test
    void anEndedCallStaysUntilItsReasonCouldBeRead() {
        Desk ended = Desk.EMPTY.with(Samples.first(Samples.ended("1", ADA)), Samples.T0);
        assertTrue(ended.ticks());
        assertTrue(ended.liveCalls().isEmpty());
        assertSame(ended, ended.at(Samples.T0.plus(Desk.ENDED_STAYS).minusMillis(1)));
        Desk later = ended.at(Samples.T0.plus(Desk.ENDED_STAYS));
        assertTrue(later.calls().isEmpty());
        assertFalse(later.ticks());
    }

    @Test
    void manyCallsDoNotPileUpWhereNothingTicks() {
        Desk desk = Desk.EMPTY;
        for (int i = 0; i < 100; i++) {
            desk = desk.with(Samples.first(Samples.ended("c" + i, ADA)), Samples.T0.plusSeconds(i));
        }
        assertEquals(Desk.ENDED_STAYS.toSeconds(), desk.calls().size());
    }

    @Test
    void tonesGoToNobodyWhoIsHeldOrSpokenToElsewhere() {
        Call held = Samples.call("1", Direction.OUT, CallState.ACTIVE, ADA, true, false, false, MediaState.CONNECTED);
        Call elsewhere =
                Samples.call("2", Direction.OUT, CallState.ACTIVE, BOB, false, false, false, MediaState.ELSEWHERE);
        Desk desk = Desk.EMPTY.with(Samples.first(held), Samples.T0).with(Samples.first(elsewhere), Samples.T0);
        assertEquals(Optional.empty(), desk.talking());
    }

    @Test
    void aPresenceThatIsGoneIsTakenAway() {
        Presence ada = Samples.person("40", "Ada", PresenceState.IDLE);
        Desk desk = Desk.EMPTY.with(Samples.seen(ada));
        assertEquals(Set.of(Desk.Key.of(ada)), desk.presences().keySet());
        assertTrue(desk.with(new PresenceChange(Optional.of(ada), Optional.empty()))
                .presences()
                .isEmpty());
    }

    @Test
    void whoeverIsOnlyChangedKeepsThePlace() {
        Presence ada = Samples.person("40", "Ada", PresenceState.IDLE);
        Presence bob = Samples.person("41", "Bob", PresenceState.IDLE);
        Presence busy = Samples.person("40", "Ada", PresenceState.TALKING);
        Desk desk = Desk.EMPTY.with(Samples.seen(ada)).with(Samples.seen(bob)).with(changed(ada, busy));
        assertEquals(List.of(busy, bob), List.copyOf(desk.presences().values()));
    }

    /** Counted, not timed: a copy of the map alone would be half a megabyte. */
    @Test
    void aChangeInATenantOfThousandsCopiesAFew() {
        Desk desk = Desk.EMPTY;
        for (int i = 0; i < 10_000; i++) {
            desk = desk.with(Samples.seen(Samples.person(String.valueOf(1_000 + i), "Somebody", PresenceState.IDLE)));
        }
        PresenceChange change = changed(
                Samples.person("5000", "Somebody", PresenceState.IDLE),
                Samples.person("5000", "Somebody", PresenceState.TALKING));
        desk.with(change); // what the first alone allocates, classes for instance
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Desk after = desk.with(change);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(10_000, after.presences().size());
        assertTrue(allocated < 10_000, allocated + " bytes for one change");
    }

    private static PresenceChange changed(Presence before, Presence after) {
        return new PresenceChange(Optional.of(before), Optional.of(after));
    }

    @Test
    void aClosedAccountIsTakenAway() {
        Desk desk = Desk.EMPTY.with(Samples.told(Samples.status(ConnectionState.REGISTERED, true, "")));
        assertEquals(1, desk.accounts().size());
        assertTrue(desk.with(Samples.told(Samples.status(ConnectionState.CLOSED, true, "")))
                .accounts()
                .isEmpty());
    }

    @Test
    void theOwnExtensionIsFoundByTheAccountsNumber() {
        Presence own = Samples.person("45", "Me", PresenceState.IDLE, true);
        Desk desk = Desk.EMPTY
                .with(Samples.told(Samples.status(ConnectionState.REGISTERED, true, "")))
                .with(Samples.seen(Samples.person("44", "Other", PresenceState.IDLE)))
                .with(Samples.seen(own));
        assertEquals(Optional.of(own), desk.own(Samples.DEMO));
    }

    @Test
    void aNoticeGoesWhenItCouldBeRead() {
        Desk desk = Desk.EMPTY.noticed("no", true, Samples.T0);
        assertTrue(desk.ticks());
        assertSame(desk, desk.at(Samples.T0));
        assertEquals(
                Optional.empty(), desk.at(Samples.T0.plus(Desk.NOTICE_STAYS)).notice());
    }

    @Test
    void anEndedCallIsNotTakenForOneThatWasForgotten() {
        Desk desk = Desk.EMPTY
                .with(Samples.first(Samples.ended("1", ADA)), Samples.T0)
                .with(Samples.first(Samples.talking("2", BOB)), Samples.T0)
                .withoutCalls(Set.of(Samples.id("1"), Samples.id("2")));
        assertEquals(Set.of(Samples.id("1")), desk.calls().keySet());
    }
}

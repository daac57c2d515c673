package pbx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;
import pbx.api.presence.PresenceState;

class AwaitTest {
    private final Desk desk = new Desk();

    @Test
    void aStateThatIsThereAlreadySatisfies() {
        tell("c1", CallState.ACTIVE);
        assertEquals("c1  demo  OUT  601 (Tone)  ACTIVE  audio CONNECTED", desk.run("await call active 0.001"));
        tell("c1", CallState.ENDED);
        assertTrue(desk.run("await call ENDED 0.001").contains("ENDED"));
    }

    @Test
    void whatCanNoLongerComeFailsAtOnce() {
        tell("c1", CallState.ACTIVE);
        assertEquals("error: WRONG_STATE the call is past RINGING: it is ACTIVE", desk.run("await call RINGING 30"));
        tell("c1", CallState.ENDED);
        assertEquals("error: WRONG_STATE the call ended: 602 is busy", desk.run("await call ACTIVE 30"));
    }

    @Test
    void aCallThatIsOverIsNotTheOneThatIsToRing() {
        tell("c1", CallState.ENDED);
        assertEquals("error: TIMED_OUT the call is ENDED, not RINGING", desk.run("await call RINGING 0.001"));
    }

    @Test
    void timeUpNamesTheStateThatIs() {
        assertEquals("error: TIMED_OUT there was no call", desk.run("await call ACTIVE 0.001"));
        tell("c1", CallState.RINGING);
        assertEquals("error: TIMED_OUT the call is RINGING, not ACTIVE", desk.run("await call ACTIVE 0.001"));
        assertEquals(0, desk.callWatch.seen.waiting());
    }

    @Test
    void theCallThatBeganLastIsMeant() {
        tell("old", CallState.ENDED);
        desk.callWatch.callChanged(Fakes.change(
                Fakes.call("new", CallState.RINGING, Direction.IN, Fakes.BEGAN.plusSeconds(1), new Party("1", ""))));
        tell("late", CallState.ACTIVE);
        assertTrue(desk.run("await call RINGING 0.001").startsWith("new "));
    }

    @Test
    void aCallJustDialledIsMeantThoughNoListenerWasToldYet() {
        tell("c0", CallState.ENDED);
        desk.run("dial 601");
        assertTrue(desk.run("await call DIALING 0.001").startsWith("c1 "));
        tell("c1", CallState.ACTIVE);
        desk.run("hold"); // its result is older than what the listener said
        assertTrue(desk.run("await call ACTIVE 0.001").startsWith("c1 "));
    }

    @Test
    void onlyTheLastHundredCallsAreRemembered() {
        for (int i = 0; i < 150; i++) {
            tell("c" + i, CallState.ENDED);
        }
        assertEquals(100, desk.callWatch.seen.all().size());
    }

    @Test
    void presence() {
        Presence idle = Fakes.presence("44", PresenceState.IDLE);
        assertEquals("error: TIMED_OUT nothing is known of 44", desk.run("await presence 44 IDLE 0.001"));
        desk.presenceWatch.presenceChanged(new PresenceChange(Optional.empty(), Optional.of(idle)));
        assertEquals("44  Extension 44  EXTENSION  IDLE  available", desk.run("await presence 44 IDLE 0.001"));
        assertEquals("error: TIMED_OUT 44 is IDLE, not RINGING", desk.run("await presence 44 RINGING 0.001"));
        desk.presenceWatch.presenceChanged(new PresenceChange(Optional.of(idle), Optional.empty()));
        assertEquals("error: TIMED_OUT nothing is known of 44", desk.run("await presence 44 IDLE 0.001"));
    }

    @Test
    void account() {
        assertEquals("error: TIMED_OUT there is no such account", desk.run("await account REGISTERED 0.001"));
        tell("demo", "45", ConnectionState.REGISTERED);
        assertTrue(desk.run("await account REGISTERED 0.001").startsWith("demo  45@localhost  REGISTERED"));
        tell("work", "46", ConnectionState.CONNECTING);
        assertEquals(
                "error: TIMED_OUT 45@localhost is REGISTERED, 46@localhost is CONNECTING, not REGISTERED",
                desk.run("await account REGISTERED 0.001"));
        assertTrue(desk.run("await account 45 REGISTERED 0.001").startsWith("demo "));
        assertTrue(desk.run("await account 46@localhost connecting").startsWith("work "));
        tell("work", "46", ConnectionState.CLOSED);
        assertTrue(desk.run("await account REGISTERED 0.001").startsWith("demo "));
    }

    private void tell(String id, CallState state) {
        desk.callWatch.callChanged(Fakes.change(Fakes.call(id, state)));
    }

    private void tell(String id, String extension, ConnectionState state) {
        desk.accountWatch.connectionChanged(
                new ConnectionChange(Optional.empty(), Fakes.account(id, extension, state)));
    }
}

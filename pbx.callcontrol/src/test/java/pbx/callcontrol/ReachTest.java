package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.connection.ConnectionState;

/** The connection is lost while a call is up. */
class ReachTest extends Desk {
    @Test
    void aCallOutlivesTheConnectionIfThePbxStillKnowsIt() {
        Call call = talk();
        connection(ConnectionState.CONNECTING);
        assertFalse(now(call).reachable());
        CompletableFuture<Call> held = does().holding.hold(call.id());
        time.run();
        assertFails(Reason.NOT_CONNECTED, held);
        connection(ConnectionState.REGISTERED);
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
        time.pass(Duration.ofSeconds(10));
        assertEquals(CallState.ACTIVE, now(call).state());
        assertTrue(now(call).reachable());
    }

    @Test
    void theConnectionOfACallIsUrgentUntilItIsBack() {
        connection(ConnectionState.CONNECTING);
        connection(ConnectionState.REGISTERED);
        assertEquals(0, wire.urged, "nobody waits");
        Call call = talk();
        connection(ConnectionState.CONNECTING);
        assertEquals(1, wire.urged);
        time.pass(Duration.ofSeconds(31)); // it lasts for 15 s
        assertEquals(7, wire.urged);
        connection(ConnectionState.REGISTERED);
        list(listed(call, "connected"));
        time.pass(Duration.ofSeconds(60));
        assertEquals(7, wire.urged);
        connection(ConnectionState.CONNECTING);
        does().hangingUp.hangUp(call.id());
        time.pass(Duration.ofSeconds(60));
        assertEquals(8, wire.urged, "nobody waits any more");
    }

    @Test
    void aCallThatThePbxForgotEnds() {
        Call call = talk();
        CompletableFuture<Call> ended = over(call);
        connection(ConnectionState.CONNECTING);
        connection(ConnectionState.REGISTERED);
        receive(Map.of("action", "call-state", "calls", List.of()));
        time.pass(Duration.ofSeconds(6));
        assertEquals(EndReason.LOST, ended.join().ending().orElseThrow().reason());
    }

    @Test
    void aHangUpWithoutConnectionIsToldLater() {
        Call call = talk();
        connection(ConnectionState.CONNECTING);
        CompletableFuture<Call> over = does().hangingUp.hangUp(call.id());
        time.run();
        assertEquals(CallState.ENDED, over.join().state());
        assertFalse(wire.kinds().contains("sip-bye"));
        connection(ConnectionState.REGISTERED);
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
        assertEquals(wireId(call), wire.last("sip-bye").text("callid"));
    }

    @Test
    void anOldOutagesTimerDoesNotEndTheCallInALaterOutage() {
        Call call = talk();
        connection(ConnectionState.CONNECTING);
        time.pass(Duration.ofSeconds(2));
        connection(ConnectionState.REGISTERED);
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
        time.pass(Duration.ofSeconds(56));
        connection(ConnectionState.CONNECTING);
        time.pass(Duration.ofSeconds(3)); // 61 s after the first loss, 3 s after the second
        assertEquals(1, control.board().list().size(), "ended after an outage of 3 s");
    }

    @Test
    void eachReconnectGivesThePbxItsTimeAnew() {
        Call call = talk();
        connection(ConnectionState.CONNECTING);
        connection(ConnectionState.REGISTERED);
        time.pass(Duration.ofMillis(4800));
        connection(ConnectionState.CONNECTING);
        connection(ConnectionState.REGISTERED);
        time.pass(Duration.ofMillis(300));
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
        assertEquals(1, control.board().list().size(), "the PBX had 0.2 s in place of 5");
    }

    @Test
    void aCallCanBeHungUpWhileTransportIsBeingReplaced() {
        Call call = talk();
        control.unbindConnection(wire);
        time.run();
        CompletableFuture<Call> over = does().hangingUp.hangUp(call.id());
        time.run();
        assertDoesNotThrow(over::join);
        assertTrue(media.sessions.isEmpty(), "microphone closed");
    }

    @Test
    void aCallGivenUpForLostIsHungUpAtThePbxWhenItIsBack() {
        Call call = talk();
        connection(ConnectionState.CONNECTING);
        time.pass(Duration.ofSeconds(61));
        assertTrue(control.board().list().isEmpty());
        connection(ConnectionState.REGISTERED);
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
        assertTrue(wire.kinds().contains("sip-bye"), "the far end hears silence for ever");
    }

    @Test
    void aByeThatCouldNotBeSentIsSentLater() {
        Call call = talk();
        wire.sending = CompletableFuture.failedFuture(new PbxException(Reason.NOT_CONNECTED, "x"));
        does().hangingUp.hangUp(call.id());
        time.pass(Duration.ofSeconds(3));
        wire.sending = CompletableFuture.completedFuture(null);
        connection(ConnectionState.CONNECTING);
        connection(ConnectionState.REGISTERED);
        wire.sent.clear();
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
        assertTrue(wire.kinds().contains("sip-bye"));
    }

    /** It may use the id for somebody else then. */
    @Test
    void ofACallThatThePbxDoesNotListItIsNotToldLater() {
        Call call = answered("in1@pbx", "44");
        connection(ConnectionState.CONNECTING);
        does().hangingUp.hangUp(call.id());
        time.run();
        connection(ConnectionState.REGISTERED);
        list();
        Call another = invite("in1@pbx", "46");
        list(row("in1@pbx", "46", "45", "alerting"));
        assertFalse(wire.kinds().contains("sip-bye"), "somebody else is hung up");
        assertEquals(CallState.RINGING, now(another).state());
    }
}

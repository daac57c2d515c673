package pbx.callcontrol;

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
import pbx.api.call.Ending;
import pbx.api.call.Ending.By;

/** Handing calls over: attended, to an orbit, into a room. */
class TransfersTest extends Desk {
    @Test
    void anAttendedTransferJoinsTheFarEndsAndLeavesBoth() {
        Call alice = talk("601");
        Call bob = talk("602");
        CompletableFuture<Call> joined = now(does().transfers.transfer(alice.id(), bob.id()));
        assertEquals(
                new Request("POST", "/rest/user/%s/calls", Map.of("transfer", wireId(alice), "id", wireId(bob))),
                wire.lastAsked());
        CompletableFuture<Call> bobOver = over(bob);
        bye(alice);
        assertFalse(joined.isDone(), "not before both have left");
        bye(bob);
        Ending ending = joined.join().ending().orElseThrow();
        assertEquals(new Ending(By.HERE, EndReason.TRANSFERRED, ending.text()), ending);
        assertTrue(ending.text().contains("601") && ending.text().contains("602"), ending.text());
        assertEquals(
                EndReason.TRANSFERRED, bobOver.join().ending().orElseThrow().reason());
        assertTrue(media.sessions.isEmpty());
    }

    @Test
    void aRefusedTransferLeavesBothAsTheyWere() {
        Call alice = held();
        Call bob = talk("602");
        List<Call> before = control.board().list();
        for (var no : List.of(
                CompletableFuture.<Object>completedFuture(false),
                CompletableFuture.<Object>failedFuture(new PbxException(Reason.REFUSED, "400")))) {
            wire.answer = no;
            assertFails(Reason.REFUSED, now(does().transfers.transfer(alice.id(), bob.id())));
            assertEquals(before, control.board().list());
        }
        CompletableFuture<Call> ended = over(bob);
        bye(bob);
        assertEquals(
                EndReason.HUNG_UP,
                ended.join().ending().orElseThrow().reason(),
                "a later end is nothing of a transfer");
    }

    @Test
    void aTransferNeedsTwoCallsOfOneAccountThatAreUp() {
        Call alice = talk("601");
        assertFails(Reason.INVALID, now(does().transfers.transfer(alice.id(), alice.id())));
        Call rings = invite();
        assertFails(Reason.WRONG_STATE, now(does().transfers.transfer(alice.id(), rings.id())));
        assertTrue(wire.asked.isEmpty());
    }

    @Test
    void whoIsOnTheWayIsNotHandedOverTwice() {
        Call alice = talk("601");
        wire.answer = new CompletableFuture<>();
        now(does().transfers.park(alice.id(), "700"));
        assertFails(Reason.WRONG_STATE, now(does().transfers.transfer(alice.id(), "50")));
    }

    @Test
    void whoIsOnTheWayIsNeitherHeldNorResumed() {
        Call alice = talk("601");
        CompletableFuture<Call> moved = now(does().transfers.transfer(alice.id(), "50"));
        Call before = now(alice);
        PbxException refused =
                assertFails(Reason.WRONG_STATE, now(does().holding.hold(alice.id())));
        assertTrue(refused.getMessage().contains("handed over"), refused::getMessage);
        assertFails(Reason.WRONG_STATE, now(does().holding.resume(alice.id())));
        assertEquals(before, now(alice));
        assertFalse(wire.kinds().contains("wrtc-hold"));
        bye(alice);
        assertEquals(EndReason.TRANSFERRED, moved.join().ending().orElseThrow().reason());
    }

    @Test
    void aPbxThatAgreesAndSaysNoByeHasTakenTheCallAllTheSame() {
        Call alice = talk("601");
        CompletableFuture<Call> parked = now(does().transfers.park(alice.id(), "700"));
        assertFalse(parked.isDone());
        time.pass(Duration.ofSeconds(6));
        assertEquals(EndReason.PARKED, parked.join().ending().orElseThrow().reason());
        assertTrue(media.sessions.isEmpty());
    }

    @Test
    void aParkedCallSaysSoAndWhere() {
        Call alice = talk("601");
        CompletableFuture<Call> parked = now(does().transfers.park(alice.id(), "7-00"));
        assertEquals(
                Map.of("transfer", wireId(alice), "number", "700"),
                wire.lastAsked().body());
        bye(alice);
        Ending ending = parked.join().ending().orElseThrow();
        assertEquals(EndReason.PARKED, ending.reason());
        assertTrue(ending.text().endsWith("on 700"), ending.text());
    }

    @Test
    void anOccupiedOrbitRefusesAndTheCallGoesOn() {
        Call alice = talk("601");
        Call before = now(alice);
        wire.answer = CompletableFuture.completedFuture(false);
        assertFails(Reason.REFUSED, now(does().transfers.park(alice.id(), "700")));
        assertEquals(before, now(alice));
        assertFails(Reason.INVALID, now(does().transfers.park(alice.id(), "7*0")));
    }

    @Test
    void aHangUpThatCrossesARefusedTransferIsAHangUp() {
        Call alice = talk("601");
        wire.answer = new CompletableFuture<>();
        CompletableFuture<Call> parked = now(does().transfers.park(alice.id(), "700"));
        CompletableFuture<Call> ended = over(alice);
        bye(alice);
        assertFalse(ended.isDone(), "why it ended is not known yet");
        assertEquals(CallState.ENDING, now(alice).state());
        assertTrue(media.sessions.isEmpty(), "and nobody listens meanwhile");
        wire.answer.complete(false);
        time.run();
        assertEquals(By.THERE, ended.join().ending().orElseThrow().by());
        assertEquals(EndReason.HUNG_UP, ended.join().ending().orElseThrow().reason());
        assertFails(Reason.REFUSED, parked);
    }

    @Test
    void theByeOfATransferMayComeBeforeItsAnswer() {
        Call alice = talk("601");
        wire.answer = new CompletableFuture<>();
        CompletableFuture<Call> parked = now(does().transfers.park(alice.id(), "700"));
        bye(alice);
        wire.answer.complete(true);
        time.run();
        assertEquals(EndReason.PARKED, parked.join().ending().orElseThrow().reason());
    }

    @Test
    void aHangUpHereThatCrossesTheTransferIsToldAsOne() {
        Call alice = talk("601");
        wire.answer = new CompletableFuture<>();
        CompletableFuture<Call> parked = now(does().transfers.park(alice.id(), "700"));
        CompletableFuture<Call> over = now(does().hangingUp.hangUp(alice.id()));
        wire.answer.complete(true);
        time.pass(Duration.ofSeconds(8));
        assertEquals(EndReason.HUNG_UP, over.join().ending().orElseThrow().reason());
        assertFails(Reason.UNKNOWN_CALL, parked);
    }

    @Test
    void aBlindTransferThatThePbxFailsSaysWhy() {
        Call alice = talk("601");
        CompletableFuture<Call> moved = now(does().transfers.transfer(alice.id(), "999"));
        receive(Map.of("bye", "true", "callid", wireId(alice), "code", 404));
        assertTrue(assertFails(Reason.UNKNOWN_CALL, moved).getMessage().contains("does not exist"));
    }

    @Test
    void policyHoldsForTransfersToo() {
        Call alice = talk("601");
        assertFails(Reason.DENIED, now(does().transfers.transfer(alice.id(), "0900 123456")));
        assertFails(Reason.DENIED, now(does().transfers.transfer(alice.id(), "tel:+449098790000")));
        Call bob = talk("602");
        assertFails(Reason.DENIED, now(does().transfers.park(bob.id(), "0900123456")));
        assertFails(Reason.DENIED, now(does().transfers.merge(alice.id(), bob.id(), "0900123456")));
        assertFalse(wire.kinds().contains("blind-transfer2"));
        assertTrue(wire.asked.isEmpty(), "nothing was handed over");
    }

    @Test
    void mergingTakesBothIntoTheRoomAndDialsIt() {
        Call alice = talk("601");
        Call bob = talk("602");
        CompletableFuture<Call> room = now(does().transfers.merge(alice.id(), bob.id(), "900"));
        assertEquals(
                List.of(
                        Map.of("transfer", wireId(alice), "number", "900"),
                        Map.of("transfer", wireId(bob), "number", "900")),
                wire.asked.stream().map(Request::body).toList());
        assertEquals(CallState.DIALING, room.join().state());
        assertEquals("900", room.join().remote().number());
        assertEquals("900", wire.last("sdp-packet").text("to"));
        assertTrue(silent(bob), "nobody hears two");
        assertEquals(1, wire.count("wrtc-hold"), "Alice, when Bob was called; a call on its way is not held");
        CompletableFuture<Call> gone = over(alice);
        bye(alice);
        bye(bob);
        assertEquals(EndReason.TRANSFERRED, gone.join().ending().orElseThrow().reason());
        assertEquals(1, control.board().list().size());
    }

    @Test
    void aMergeThatIsRefusedAtOnceChangesNothing() {
        Call alice = talk("601");
        Call bob = talk("602");
        List<Call> before = control.board().list();
        wire.answer = CompletableFuture.completedFuture(false);
        assertFails(Reason.REFUSED, now(does().transfers.merge(alice.id(), bob.id(), "900")));
        assertEquals(before, control.board().list());
        assertEquals(1, wire.asked.size());
    }

    @Test
    void aMergeThatIsRefusedHalfWaySaysWhoIsWhere() {
        Call alice = talk("601");
        Call bob = talk("602");
        wire.answer = new CompletableFuture<>();
        CompletableFuture<Call> merged = now(does().transfers.merge(alice.id(), bob.id(), "900"));
        CompletableFuture<Object> first = wire.answer;
        wire.answer = CompletableFuture.completedFuture(false);
        first.complete(true);
        time.run();
        String text = assertFails(Reason.REFUSED, merged).getMessage();
        assertTrue(text.startsWith("601 is in the conference 900, but 602"), text);
        assertEquals(CallState.ACTIVE, now(bob).state());
    }
}

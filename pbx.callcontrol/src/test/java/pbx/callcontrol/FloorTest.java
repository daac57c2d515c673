package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.connection.ConnectionState;

/** Several calls at once, of which one is talked. */
class FloorTest extends Desk {
    @Test
    void diallingHoldsTheOtherBeforeAnythingIsHeard() {
        Call alice = talk("601");
        media.asked.clear();
        Call bob = dial("602");
        assertTrue(silent(alice));
        assertTrue(
                wire.kinds().lastIndexOf("wrtc-hold") < wire.kinds().lastIndexOf("sdp-packet"),
                "the PBX is told before the new call is");
        assertFalse(silent(bob));
        time.pass(Duration.ofSeconds(3));
        assertTrue(now(alice).heldHere());
    }

    @Test
    void aDiallingThatFailsForWantOfAudioHoldsNobody() {
        Call alice = talk("601");
        media.garbage = "";
        assertFails(Reason.INVALID, now(does().dialling.dial(MINE, "602")));
        assertFalse(silent(alice));
        assertEquals(0, wire.count("wrtc-hold"));
    }

    @Test
    void answeringHoldsTheOther() {
        Call alice = talk("601");
        Call bob = invite();
        assertFalse(silent(alice), "call waiting changes nothing");
        assertTrue(silent(bob));
        now(does().answering.answer(bob.id()));
        assertTrue(silent(alice));
        assertFalse(silent(bob));
    }

    @Test
    void swappingBetweenTwo() {
        Call alice = talk("601");
        Call bob = talk("602");
        time.pass(Duration.ofSeconds(3));
        CompletableFuture<Call> back = now(does().holding.resume(alice.id()));
        assertTrue(silent(bob), "at once");
        assertTrue(silent(alice), "not before the PBX has agreed");
        receive(Map.of("sdp", "fresh answer", "callid", wireId(alice)));
        assertFalse(back.join().heldHere());
        assertFalse(silent(alice));
        time.pass(Duration.ofSeconds(3));
        assertTrue(now(bob).heldHere());
    }

    @Test
    void whoAnswersWhileAnotherIsBeingCalledIsHeld() {
        Call alice = dial("601");
        Call bob = dial("602");
        receive(Map.of("sdp", "a", "callid", wireId(alice), "code", 200));
        media.connect(alice.id());
        time.run();
        assertEquals(CallState.ACTIVE, now(alice).state());
        assertTrue(silent(alice));
        assertEquals(wireId(alice), wire.last("wrtc-hold").text("callid"));
        receive(Map.of("bye", "true", "callid", wireId(bob), "code", 486));
        assertTrue(silent(alice), "nobody is heard again without the user's will");
    }

    @Test
    void whoIsCalledAgainAfterTheOtherWasBusyIsHeard() {
        Call alice = dial("601");
        Call bob = dial("602");
        assertTrue(silent(alice));
        receive(Map.of("bye", "true", "callid", wireId(bob), "code", 486));
        assertFalse(silent(alice));
    }

    @Test
    void anotherAccountsCallIsNotConcernedAndTheRuleCanBeSwitchedOff() {
        Rules off = new Rules(Set.of(), List.of(), 20, false, EnumSet.noneOf(Rules.Risk.class));
        control.board().rules(off);
        Call alice = talk("601");
        Call bob = talk("602");
        assertFalse(silent(alice) || silent(bob));
        control.board().rules(RULES);
        time.run();
        assertTrue(silent(alice), "and on again: the later one is talked");
        assertFalse(silent(bob));
    }

    @Test
    void aHoldIsToldAgainAfterAReconnect() {
        Call call = held();
        connection(ConnectionState.CONNECTING);
        connection(ConnectionState.REGISTERED);
        assertEquals(2, wire.count("wrtc-hold"), "whether the first got through is not known");
        assertTrue(now(call).heldHere());
    }

    @Test
    void aPauseThatFailedIsTriedAgain() {
        Call call = talk();
        media.garbage = "";
        now(does().holding.hold(call.id()));
        assertFalse(silent(call));
        media.garbage = "garbage";
        time.pass(Duration.ofSeconds(3));
        assertTrue(silent(call));
    }
}

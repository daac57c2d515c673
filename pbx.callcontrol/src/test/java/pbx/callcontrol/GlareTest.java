package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.Ending.By;

/** Both sides do something at the same time. A transfer that crosses a bye: {@link TransfersTest}. */
class GlareTest extends Desk {
    @Test
    void bothHangUp() {
        Call call = talk();
        CompletableFuture<Call> over = now(does().hangingUp.hangUp(call.id()));
        bye(call);
        assertEquals(By.HERE, over.join().ending().orElseThrow().by(), "who asked first here is told");
        assertEquals(wireId(call), wire.last("bye-response").text("callid"));
        receive(Map.of("action", "bye-response", "callid", wireId(call)));
        time.pass(Duration.ofSeconds(5));
        assertEquals(1, told.stream().filter(c -> c.entered(CallState.ENDED)).count());
    }

    @Test
    void holdCrossesHold() {
        Call call = talk();
        CompletableFuture<Call> held = now(does().holding.hold(call.id()));
        list(listed(call, "onhold"));
        assertTrue(held.join().heldHere());
        CompletableFuture<Call> back = now(does().holding.resume(call.id()));
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        assertFalse(back.join().heldHere());
        list(listed(call, "onhold"));
        assertTrue(now(call).heldThere(), "the other side still holds");
        assertFalse(now(call).heldHere());
        assertFalse(silent(call), "its music is heard");
        list(listed(call, "connected"));
        assertFalse(now(call).heldThere());
    }

    @Test
    void resumeCrossesTheirHold() {
        Call call = held();
        CompletableFuture<Call> back = now(does().holding.resume(call.id()));
        list(listed(call, "onhold"));
        assertTrue(now(call).heldHere() && !back.isDone(), "a list is no answer to an offer");
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        assertFalse(back.join().heldHere());
    }

    @Test
    void answerCrossesCancel() {
        Call call = invite();
        CompletableFuture<Void> slow = new CompletableFuture<>();
        wire.sending = slow;
        CompletableFuture<Call> answered = now(does().answering.answer(call.id()));
        receive(Map.of("cancel", "true", "callid", wireId(call)));
        slow.complete(null);
        time.pass(Duration.ofSeconds(1));
        assertEquals(CallState.ENDED, answered.join().state());
        assertEquals(EndReason.CANCELLED, answered.join().ending().orElseThrow().reason());
        assertTrue(media.sessions.isEmpty());
    }

    @Test
    void answerCrossesAnswer() {
        Call call = invite();
        CompletableFuture<Call> one = does().answering.answer(call.id());
        CompletableFuture<Call> two = now(does().answering.answer(call.id()));
        media.connect(call.id());
        time.run();
        assertEquals(CallState.ACTIVE, one.join().state());
        assertEquals(CallState.ACTIVE, two.join().state());
        assertEquals(1, wire.count("sdp-200ok"));
    }

    @Test
    void cancelHereCrossesTheirAnswer() {
        Call call = dial();
        CompletableFuture<Call> over = now(does().hangingUp.hangUp(call.id()));
        receive(Map.of("sdp", "answer", "callid", wireId(call), "code", 200));
        list(listed(call, "connected"));
        time.pass(Duration.ofSeconds(3));
        assertEquals(EndReason.CANCELLED, over.join().ending().orElseThrow().reason());
        assertTrue(media.sessions.isEmpty());
    }

    @Test
    void byeCrossesResume() {
        Call call = held();
        CompletableFuture<Call> back = now(does().holding.resume(call.id()));
        bye(call);
        assertFails(Reason.UNKNOWN_CALL, back);
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        assertTrue(media.sessions.isEmpty() && control.board().list().isEmpty());
    }

    @Test
    void twoWaitForTheSameResume() {
        Call call = held();
        CompletableFuture<Call> one = does().holding.resume(call.id());
        CompletableFuture<Call> two = now(does().holding.resume(call.id()));
        assertEquals(2, wire.count("wrtc-hold"), "hold and one resume");
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        assertFalse(one.join().heldHere() || two.join().heldHere());
    }
}

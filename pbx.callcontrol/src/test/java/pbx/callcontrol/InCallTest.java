package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.Ending.By;
import pbx.api.connection.Message;

/** What is done in a call that is up, and its end. */
class InCallTest extends Desk {
    @Test
    void aBlindTransferTakesThisSideOut() {
        Call call = talk();
        CompletableFuture<Call> transferred = does().transfers.transfer(call.id(), "50 2");
        time.run();
        Message sent = wire.last("blind-transfer2");
        assertEquals(List.of(wireId(call), "45", "502"), List.of(sent.text("id"), sent.text("from"), sent.text("to")));
        receive(Map.of("bye", "true", "callid", wireId(call)));
        assertEquals(
                EndReason.TRANSFERRED, transferred.join().ending().orElseThrow().reason());
    }

    @Test
    void aTransferThatNothingFollowsLeavesTheCallAsItWas() {
        Call call = talk();
        CompletableFuture<Call> transferred = does().transfers.transfer(call.id(), "502");
        time.pass(Duration.ofSeconds(6));
        assertFails(Reason.TIMED_OUT, transferred);
        receive(Map.of("bye", "true", "callid", wireId(call)));
        assertTrue(control.board().list().isEmpty());
    }

    @Test
    void muteAndDigits() {
        Call call = talk();
        CompletableFuture<Call> muted = does().inCall.mute(call.id(), true);
        time.run();
        assertTrue(muted.join().muted());
        CompletableFuture<Call> open = does().inCall.mute(call.id(), true);
        time.run();
        assertTrue(open.isDone(), "what is so already is done at once");
        CompletableFuture<Call> pressed = does().inCall.press(call.id(), "12#a");
        time.run();
        assertTrue(pressed.isDone());
        assertTrue(media.asked.contains("press 12#A"), media.asked::toString);
    }

    @Test
    void aHangUpIsConfirmedByAnswerByListOrByTime() {
        for (int way = 0; way < 3; way++) {
            Call call = talk();
            CompletableFuture<Call> over = does().hangingUp.hangUp(call.id());
            time.run();
            assertEquals(CallState.ENDING, now(call).state());
            assertTrue(media.sessions.isEmpty(), "the microphone closes at once");
            switch (way) {
                case 0 -> receive(Map.of("action", "bye-response", "callid", wireId(call)));
                case 1 -> receive(Map.of("action", "call-state", "calls", List.of()));
                default -> time.pass(Duration.ofSeconds(3));
            }
            assertEquals(EndReason.HUNG_UP, over.join().ending().orElseThrow().reason());
            assertEquals(By.HERE, over.join().ending().orElseThrow().by());
            receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
            receive(Map.of("sdp", "late", "callid", wireId(call), "code", 200));
            assertTrue(control.board().list().isEmpty(), "nothing brings it back");
        }
    }

    @Test
    void wrongCommandsNameTheState() {
        Call call = dial();
        CompletableFuture<Call> held = does().holding.hold(call.id());
        time.run();
        assertTrue(assertFails(Reason.WRONG_STATE, held).getMessage().contains("DIALING"));
        CompletableFuture<Call> unknown = does().holding.hold(new CallId(MINE, "nothing"));
        time.run();
        assertFails(Reason.UNKNOWN_CALL, unknown);
    }

    @Test
    void pressCompletesWithoutMedia() {
        Call call = talk();
        control.unbindMedia(media);
        time.run();
        CompletableFuture<Call> pressed = does().inCall.press(call.id(), "1");
        time.pass(Duration.ofHours(1));
        assertTrue(pressed.isDone());
    }

    @Test
    void aCallWhoseSessionIsGoneIsNotSilentForEver() {
        Call call = talk();
        media.close(call.id());
        time.pass(Duration.ofMinutes(5));
        assertTrue(
                control.board().list().isEmpty() || wire.kinds().contains("wrtc-hold"),
                () -> "" + control.board().list());
    }
}

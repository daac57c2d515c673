package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.MediaState;
import pbx.api.media.MediaSession;

/** Hold and resume in the legacy dialect; the modern one: {@link ModernTest}. */
class HoldingTest extends Desk {
    @Test
    void holdIsDoneWhenThePbxSaysSo() {
        Call call = talk();
        CompletableFuture<Call> held = does().holding.hold(call.id());
        time.run();
        assertEquals("sendonly", wire.last("wrtc-hold").text("holdcmd"));
        assertEquals("caller", wire.last("wrtc-hold").text("calldir"));
        assertFalse(held.isDone());
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "holding"))));
        assertTrue(held.join().heldHere());
        assertFalse(held.join().heldThere());

        CompletableFuture<Call> resumed = does().holding.resume(call.id());
        time.run();
        assertEquals(
                Map.of("type", "offer", "sdp", "my offer"),
                wire.last("wrtc-hold").fields().get("sdp"));
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        assertFalse(resumed.join().heldHere());
        assertTrue(media.asked.contains("pause false"));
    }

    @Test
    void aHoldThatIsNeverConfirmedIsTakenAsDone() {
        Call call = talk();
        CompletableFuture<Call> held = does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        assertTrue(held.join().heldHere());
    }

    @Test
    void aResumeWithoutAnswerTimesOutAndTheCallStaysHeld() {
        Call call = talk();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        CompletableFuture<Call> resumed = does().holding.resume(call.id());
        time.pass(Duration.ofSeconds(6));
        assertFails(Reason.TIMED_OUT, resumed);
        assertTrue(now(call).heldHere());
    }

    @Test
    void theOtherSideHolds() {
        Call call = talk();
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "onhold"))));
        assertTrue(now(call).heldThere());
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
        assertFalse(now(call).heldThere());
    }

    @Test
    void aHoldDuringAResumeHolds() {
        Call call = talk();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        does().holding.resume(call.id());
        time.run();
        does().holding.hold(call.id());
        time.run();
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        time.pass(Duration.ofSeconds(3));
        assertEquals("pause true", media.lastPause(), "the last command was hold, and it was said to be done");
        assertTrue(now(call).heldHere());
    }

    @Test
    void listedConnectedBeforeTheAnswer() {
        Call call = talk();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        media.offers = new CompletableFuture<>();
        CompletableFuture<Call> resumed = does().holding.resume(call.id());
        time.run();
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected")))); // a stale list
        assertFalse(resumed.isDone(), "resume is said to be done before its offer was even sent");
    }

    @Test
    void aResumeThatWasSaidToHaveFailedDoesNotOpenTheMicrophoneLater() {
        Call call = talk();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        CompletableFuture<Call> resumed = does().holding.resume(call.id());
        time.pass(Duration.ofSeconds(6));
        assertTrue(resumed.isCompletedExceptionally());
        receive(Map.of("sdp", "late answer", "callid", wireId(call)));
        assertEquals("pause true", media.lastPause(), "TIMED_OUT was told, yet the microphone opens");
    }

    @Test
    void aRefusedResumeLeavesTheCall() {
        Call call = talk();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        does().holding.resume(call.id());
        time.run();
        receive(Map.of("sdp", "x", "callid", wireId(call), "code", 491));
        assertTrue(control.board().list().size() == 1 || wire.kinds().contains("sip-bye"), "ended here only");
    }

    @Test
    void candidatesOfAFreshDescriptionAreSent() {
        Call call = dial();
        media.found(call.id(), "candidate:1");
        media.found(call.id(), "candidate:2");
        receive(Map.of("sdp", "answer", "callid", wireId(call), "code", 200));
        media.connect(call.id());
        time.run();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        // the path has failed: the engine restarts ICE with the fresh offer, and its list begins anew
        MediaSession s = media.sessions.get(call.id());
        media.sessions.put(
                call.id(),
                new MediaSession(
                        call.id(), MediaState.CONNECTING, true, true, false, List.of(), s.notes(), Optional.empty()));
        does().holding.resume(call.id());
        media.found(call.id(), "candidate:new");
        time.run();
        assertTrue(wire.sent.stream().anyMatch(m -> m.toString().contains("candidate:new")), "never sent");
        assertTrue(wire.kinds().lastIndexOf("wrtc-hold") < wire.kinds().lastIndexOf("ice-candidate"));
    }
}

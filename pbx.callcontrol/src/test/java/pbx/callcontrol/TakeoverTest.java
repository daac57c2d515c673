package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Ending;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionState;
import pbx.api.media.MediaSession;
import pbx.listeners.Replies;

/** Call control or media is replaced while a call is up; in the middle of an operation: {@link SuccessionTest}. */
class TakeoverTest extends Desk {
    @Test
    void aNewCallControlTakesTheCallOver() {
        Call call = talk();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        Call before = now(call);
        start(fresh());
        assertEquals(before, now(call), "every field is as it was");
        assertTrue(media.asked.contains("claim"));
    }

    @Test
    void anIncomingCallThatRingsIsTakenOverAndCanBeAnswered() {
        Call call = invite();
        start(fresh());
        CompletableFuture<Call> answered = does().answering.answer(call.id());
        time.run();
        media.connect(call.id());
        time.run();
        assertEquals(CallState.ACTIVE, answered.join().state());
        assertEquals(7, wire.last("sdp-200ok").fields().get("cseq"));
    }

    @Test
    void anAnswerThatArrivesWhileMediaIsAwayIsKept() {
        Call call = dial();
        control.unbindMedia(media);
        receive(Map.of("sdp", "answer", "callid", wireId(call), "code", 200));
        assertFalse(media.asked.contains("accept answer"));
        control.bindMedia(media);
        time.run();
        assertTrue(media.asked.contains("accept answer"));
    }

    @Test
    void anAnswerThatIsToldBeforeMediaTellsTheSessionWaitsForIt() {
        Call call = dial();
        String wireId = wireId(call);
        control.stop();
        control = fresh();
        control.bindConnection(wire);
        receive(Map.of("sdp", "answer", "callid", wireId, "code", 200));
        assertFalse(media.asked.contains("accept answer"));
        start(control);
        assertTrue(media.asked.contains("accept answer"));
    }

    @Test
    void aHangUpThatIsToldBeforeMediaTellsTheSessionIsTheFarEnds() {
        Call call = talk();
        String wireId = wireId(call);
        control.stop();
        control = fresh();
        control.bindConnection(wire);
        receive(Map.of("bye", "true", "callid", wireId));
        start(control);
        assertEquals(
                Ending.By.THERE,
                told.get(told.size() - 1).after().ending().orElseThrow().by());
    }

    @Test
    void anAnswerThatIsNobodysIsRefusedInTheEnd() {
        control.stop();
        start(fresh());
        receive(Map.of("sdp", "answer", "callid", "stranger", "code", 200));
        time.pass(Duration.ofSeconds(16));
        assertEquals("stranger", wire.last("sip-bye").text("callid"));
    }

    @Test
    void aCallThatIsJustBeingDialledIsDialledByTheNextCallControl() {
        media.offers = new CompletableFuture<>();
        media.listener = change -> {}; // it has not come round to telling
        var unused = does().dialling.dial(MINE, "601");
        time.run();
        control.stop();
        media.offers = CompletableFuture.completedFuture(null);
        start(fresh());
        assertEquals("601", wire.last("sdp-packet").text("to"));
    }

    @Test
    void anAnswerThatCannotBeSentLeavesTheCallRinging() {
        Call call = invite();
        CompletableFuture<Call> answered = does().answering.answer(call.id());
        control.unbindConnection(wire);
        time.run();
        assertTrue(answered.isCompletedExceptionally());
        assertEquals(CallState.RINGING, now(call).state());
        control.bindConnection(wire);
        does().answering.answer(call.id());
        time.run();
        assertEquals(7, wire.last("sdp-200ok").fields().get("cseq"));
    }

    @Test
    void anOfferThatMediaCouldNotFinishIsAskedForAgain() {
        media.stopping = true;
        CompletableFuture<Call> dialled = does().dialling.dial(MINE, "601");
        time.run();
        assertFalse(dialled.isDone());
        media.stopping = false;
        control.bindMedia(media);
        time.run();
        assertEquals(CallState.DIALING, dialled.join().state());
        assertEquals("601", wire.last("sdp-packet").text("to"));
    }

    @Test
    void norDoesItWaitWhereTheNextMediaCameFirst() {
        media.offers = new CompletableFuture<>();
        CompletableFuture<Call> dialled = does().dialling.dial(MINE, "601");
        time.run();
        FakeMedia next = new FakeMedia();
        next.listener = control::mediaChanged;
        control.bindMedia(next);
        time.run();
        media.offers.completeExceptionally(new PbxException(PbxException.Reason.STOPPED, "being replaced"));
        time.run();
        assertEquals(CallState.DIALING, dialled.join().state());
        assertEquals("601", wire.last("sdp-packet").text("to"));
    }

    @Test
    void aResumeThatWasUnderWayIsFinishedByTheNextCallControl() {
        Call call = talk();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        does().holding.resume(call.id());
        time.run();
        control.stop();
        start(fresh());
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
        time.pass(Duration.ofSeconds(10));
        CompletableFuture<Call> again = does().holding.resume(call.id());
        time.run();
        assertEquals(
                "pause false",
                media.lastPause(),
                "shown as talking, but silent both ways; heldHere=" + now(call).heldHere()
                        + ", and resume is 'done' at once: " + again.isDone());
    }

    @Test
    void aResumeThatIsTakenOverDoesNotGetStuckOnHold() {
        Call call = talk();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        does().holding.resume(call.id());
        time.run();
        // the engine's session is "offering" now: media tells that
        media.change(
                call.id(),
                s -> new MediaSession(
                        s.call(), s.state(), true, true, s.muted(), s.candidates(), s.notes(), s.problem()));
        time.run();
        control.stop();
        start(fresh());
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
        CompletableFuture<Call> again = does().holding.resume(call.id());
        time.pass(Duration.ofSeconds(10));
        assertEquals(
                "pause false",
                media.lastPause(),
                "silent both ways, yet heldHere=" + now(call).heldHere() + ", and resume is 'done' at once: " + again);
    }

    @Test
    void adoptedWithoutAnAccountEndsSomeTime() {
        talk();
        control.stop();
        CallControl next = fresh();
        control = next;
        media.listener = next::mediaChanged;
        next.bindMedia(media); // the account has been deleted, or transport does not start
        media.replay();
        time.run();
        assertFalse(control.board().list().get(0).reachable());
        CompletableFuture<Call> over =
                does().hangingUp.hangUp(control.board().list().get(0).id());
        time.pass(Duration.ofHours(1));
        assertTrue(media.sessions.isEmpty(), "the microphone is open for ever, and hangUp says " + over);
    }

    @Test
    void aCallTakenOverWhileDisconnectedIsDoubtedAfterTheReconnect() {
        talk();
        connection(ConnectionState.CONNECTING);
        control.stop();
        CallControl next = fresh();
        control = next;
        media.listener = next::mediaChanged;
        next.bindConnection(wire);
        next.connectionChanged(new ConnectionChange(Optional.empty(), wire.status())); // the replay, before media's
        next.bindMedia(media);
        media.replay();
        time.run();
        time.pass(Duration.ofMinutes(10));
        connection(ConnectionState.REGISTERED);
        receive(Map.of("action", "call-state", "calls", List.of())); // the PBX has forgotten it
        time.pass(Duration.ofHours(1));
        assertTrue(control.board().list().isEmpty(), "ACTIVE for ever");
    }

    @Test
    void theFarEndWentWhileCallControlWasAwayAndTheListSaysSo() {
        talk();
        control.stop();
        start(fresh());
        connection(ConnectionState.REGISTERED); // replay
        receive(Map.of("action", "call-state", "calls", List.of()));
        time.pass(Duration.ofHours(1));
        assertTrue(control.board().list().isEmpty(), "ACTIVE for ever");
    }

    @Test
    void aSessionOfACallThatEndedWhileMediaWasAwayIsClosedWhenItIsBack() {
        Call call = talk();
        control.unbindMedia(media);
        time.run();
        receive(Map.of("bye", "true", "callid", wireId(call)));
        control.bindMedia(media);
        media.replay();
        time.run();
        assertTrue(media.sessions.isEmpty(), "open microphone");
    }

    @Test
    void andIsNotBroughtBackByTheNextCallControl() {
        Call call = talk();
        control.unbindMedia(media);
        time.run();
        receive(Map.of("bye", "true", "callid", wireId(call)));
        control.stop();
        start(fresh());
        time.pass(Duration.ofHours(1));
        assertTrue(
                control.board().list().isEmpty(),
                () -> "resurrected: " + control.board().list());
    }

    @Test
    void aReplyAskedForAfterTheEndIsStopped() {
        Replies replies = new Replies("x");
        replies.close();
        CompletionStage<String> stage = replies.tell(new CompletableFuture<>());
        assertTrue(stage.toCompletableFuture().isDone(), "never completes");
    }
}

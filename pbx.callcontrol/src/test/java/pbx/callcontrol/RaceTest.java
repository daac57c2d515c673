package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.*;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.*;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.*;
import pbx.api.connection.*;
import pbx.api.connection.Connection;
import pbx.api.media.*;
import pbx.listeners.Replies;

@SuppressWarnings("all")
/** Things that happen in an unlucky order: commands crossing messages, replacements in the middle, a wire that repeats itself. */
class RaceTest extends Desk {
    /** As FakeMedia, but one question's answer comes later, and what has no session is UNKNOWN_CALL as in the engine. */
    private Media late(String method, CompletableFuture<Object> answer) {
        return (Media) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Media.class}, (p, m, a) -> {
            if (m.getName().equals(method)) {
                m.invoke(media, a);
                return answer;
            }
            if (m.getName().equals("accept") && !media.sessions.containsKey(a[0])) {
                return CompletableFuture.failedFuture(new PbxException(Reason.UNKNOWN_CALL, "no session"));
            }
            return m.invoke(media, a);
        });
    }

    private Connection slowWire(CompletableFuture<Void> sending) {
        return (Connection)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, (p, m, a) -> {
                    Object r = m.invoke(wire, a);
                    return m.getName().equals("send") ? sending : r;
                });
    }

    @Test
    void hangUpBeforeTheOfferIsReadySendsNoOfferAfterTheBye() {
        CompletableFuture<Object> offer = new CompletableFuture<>();
        control.bindMedia(late("offer", offer));
        CompletableFuture<Call> dialled = does().dialling.dial(MINE, "601");
        time.run();
        does().hangingUp.hangUp(control.board().list().get(0).id());
        time.run();
        offer.complete("my offer"); // the session's thread finishes the offer before it closes
        time.run();
        time.pass(Duration.ofSeconds(30));
        assertFalse(wire.kinds().contains("sdp-packet"), () -> "sent in this order: " + wire.kinds());
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
    void flappingDoubt() {
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
    void aHoldDuringAResumeHolds() {
        Call call = talk();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        CompletableFuture<Call> resumed = does().holding.resume(call.id());
        time.run();
        CompletableFuture<Call> held = does().holding.hold(call.id());
        time.run();
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        time.pass(Duration.ofSeconds(3));
        assertEquals("pause true", media.lastPause(), "the last command was hold, and it was said to be done");
        assertTrue(now(call).heldHere());
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
    void stuckOnHold() {
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
    void listedConnectedBeforeTheAnswer() {
        Call call = talk();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        CompletableFuture<Object> offer = new CompletableFuture<>();
        control.bindMedia(late("offer", offer));
        CompletableFuture<Call> resumed = does().holding.resume(call.id());
        time.run();
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected")))); // a stale list
        assertFalse(resumed.isDone(), "resume is said to be done before its offer was even sent");
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
    void aLateDescriptionDoesNotTurnAHangUpIntoAFailure() {
        Call call = dial();
        control.bindMedia(late("", null));
        time.run();
        CompletableFuture<Call> over = does().hangingUp.hangUp(call.id());
        time.run();
        receive(Map.of("sdp", "answer", "callid", wireId(call), "code", 183));
        time.pass(Duration.ofSeconds(3));
        assertEquals(
                EndReason.CANCELLED,
                over.orTimeout(5, TimeUnit.SECONDS)
                        .join()
                        .ending()
                        .orElseThrow()
                        .reason(),
                () -> over.join().ending().toString());
    }

    @Test
    void onlyTheUserAnswersAnIncomingCall() {
        Call call = invite();
        receive(Map.of("sdp", "x", "callid", wireId(call), "code", 200));
        media.connect(call.id());
        time.run();
        assertEquals(CallState.RINGING, now(call).state());
    }

    @Test
    void anIdThatThePbxUsesAgainIsAnotherCall() {
        Call call = invite();
        does().answering.answer(call.id());
        time.run();
        media.connect(call.id());
        time.run();
        does().hangingUp.hangUp(call.id());
        time.run();
        receive(Map.of("action", "bye-response", "callid", wireId(call)));
        receive(invitation("in1@pbx", "44"));
        assertEquals(CallState.RINGING, control.board().list().get(0).state());
        time.pass(Duration.ofSeconds(3)); // the first one's timer
        assertEquals(1, control.board().list().size(), "the new call has vanished, without ENDED");
    }

    @Test
    void endedIsToldOnce() {
        Call call = invite();
        wire.sending = new CompletableFuture<>();
        now(does().answering.answer(call.id()));
        receive(Map.of("cancel", "true", "callid", wireId(call)));
        time.pass(Duration.ofSeconds(1));
        wire.sending.complete(null);
        time.pass(Duration.ofSeconds(30));
        assertEquals(1, told.stream().filter(c -> c.entered(CallState.ENDED)).count());
        assertEquals(CallState.ENDED, told.get(told.size() - 1).after().state());
    }

    @Test
    void rejectWhileTheAnswerIsOnTheWireSaysBye() {
        Call call = invite();
        CompletableFuture<Void> sending = new CompletableFuture<>();
        control.bindConnection(slowWire(sending));
        does().answering.answer(call.id());
        time.run();
        does().hangingUp.hangUp(call.id());
        time.run();
        sending.complete(null);
        time.pass(Duration.ofSeconds(10));
        assertTrue(wire.kinds().contains("sip-bye"), () -> "sent " + wire.kinds());
    }

    @Test
    void oneAnswerIsSent() {
        Call call = invite();
        does().answering.answer(call.id());
        does().answering.answer(call.id());
        time.run();
        assertEquals(1, wire.kinds().stream().filter("sdp-200ok"::equals).count());
    }

    @Test
    void aLateDescriptionOfACancelledCallIsNotTheNextCalls() {
        Call alice = dial();
        does().hangingUp.hangUp(alice.id());
        time.pass(Duration.ofSeconds(3));
        Call bob = dial();
        receive(Map.of("sdp", "alice's", "callid", "alice@pbx", "code", 183)); // was under way when we hung up
        receive(Map.of("sdp", "bob's", "callid", "bob@pbx", "code", 200));
        assertFalse(media.asked.contains("accept alice's"), "Bob's session took Alice's description");
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
    void anAnswerThatWasSaidToHaveFailedIsNotSentLater() {
        Call call = invite();
        media.stopping = true;
        CompletableFuture<Call> answered = does().answering.answer(call.id());
        time.pass(Duration.ofSeconds(60));
        assertTrue(answered.isCompletedExceptionally());
        media.stopping = false;
        control.bindMedia(media);
        time.run();
        assertFalse(wire.kinds().contains("sdp-200ok"), "answered by itself, long after TIMED_OUT was told");
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
        control.bindConnection(slowWire(CompletableFuture.failedFuture(new PbxException(Reason.NOT_CONNECTED, "x"))));
        does().hangingUp.hangUp(call.id());
        time.pass(Duration.ofSeconds(3));
        control.bindConnection(wire);
        connection(ConnectionState.CONNECTING);
        connection(ConnectionState.REGISTERED);
        wire.sent.clear();
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
        assertTrue(wire.kinds().contains("sip-bye"));
    }

    @Test
    void everyStageCompletes() {
        CompletableFuture<Call> dialled = does().dialling.dial(MINE, null);
        time.pass(Duration.ofMinutes(1));
        assertTrue(dialled.isDone());
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

    @Test
    void twoCallsThatThePbxNamesAnew() {
        Call a = dial();
        Call b = dial();
        receive(Map.of("sdp", "a", "callid", "a@pbx", "code", 183));
        receive(Map.of("sdp", "b", "callid", "b@pbx", "code", 183));
        time.pass(Duration.ofHours(1));
        assertTrue(control.board().list().stream().noneMatch(c -> c.state() == CallState.DIALING), "DIALING for ever");
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
    void dialCompletesWithoutMedia() {
        media.stopping = true;
        CompletableFuture<Call> dialled = does().dialling.dial(MINE, "601");
        time.pass(Duration.ofHours(1));
        assertTrue(dialled.isCompletedExceptionally());
        assertTrue(control.board().list().isEmpty(), "and the call is not left dialling");
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
    void manyInvitationsAreBounded() {
        for (int i = 0; i < 1000; i++) {
            control.received(MINE, Message.from(invitation("in" + i, "44")));
        }
        time.run();
        assertTrue(media.sessions.size() <= 50, media.sessions.size() + " peer connections");
    }
}

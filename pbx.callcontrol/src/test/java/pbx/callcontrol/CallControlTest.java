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
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.Ending.By;
import pbx.api.call.MediaState;
import pbx.api.call.Rejection;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;

/** Call control alone, cranked by hand: the frames are typed from the protocol notes, 3 to 5. */
class CallControlTest extends Desk {
    // --- outgoing ---

    @Test
    void anOutgoingCallRingsIsAnsweredAndTalks() {
        Call call = dial();
        assertEquals(CallState.DIALING, call.state());
        assertEquals(
                Map.of("type", "offer", "sdp", "my offer"),
                wire.last("sdp-packet").fields().get("sdp"));
        assertEquals("601", wire.last("sdp-packet").text("to"));
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "alerting"))));
        assertEquals(CallState.RINGING, now(call).state());
        receive(Map.of("sdp", "v=0 a=setup:actpass", "callid", wireId(call), "code", 200));
        assertEquals(CallState.CONNECTING, now(call).state());
        assertTrue(media.asked.contains("accept v=0 a=setup:passive"), media.asked::toString);
        assertEquals(wireId(call), wire.last("sip-ack").text("callid"));
        media.connect(call.id());
        time.run();
        assertEquals(CallState.ACTIVE, now(call).state());
        assertTrue(now(call).answered().isPresent());
    }

    @Test
    void theListAloneTellsThatItWasPickedUp() {
        Call call = dial();
        receive(Map.of("sdp", "early", "callid", wireId(call), "code", 183));
        assertEquals(CallState.RINGING, now(call).state());
        media.connect(call.id());
        time.run();
        assertEquals(CallState.RINGING, now(call).state(), "early media is not an answer");
        receive(Map.of("action", "call-state", "calls", List.of(listed(call, "connected"))));
        assertEquals(CallState.ACTIVE, now(call).state());
        assertEquals(1, wire.kinds().stream().filter("sip-ack"::equals).count());
    }

    @Test
    void candidatesFollowTheOfferAndNeverLeadIt() {
        Call call = dial();
        media.found(call.id(), "candidate:1");
        media.found(call.id(), "candidate:2");
        time.run();
        assertEquals(2, wire.kinds().stream().filter("ice-candidate"::equals).count());
        assertTrue(wire.kinds().indexOf("sdp-packet") < wire.kinds().indexOf("ice-candidate"));
    }

    @Test
    void thePbxsOwnIdIsAdopted() {
        Call call = dial();
        receive(Map.of("sdp", "answer", "callid", "q1@pbx", "code", 200));
        assertEquals(CallState.CONNECTING, now(call).state());
        assertEquals("q1@pbx", wire.last("sip-ack").text("callid"));
        CompletableFuture<Call> over = does().hangingUp.hangUp(call.id());
        time.run();
        assertEquals("q1@pbx", wire.last("sip-bye").text("callid"));
        receive(Map.of("action", "bye-response", "callid", "q1@pbx"));
        assertEquals(CallState.ENDED, over.join().state());
    }

    @Test
    void everyFailureCodeEndsTheCallInWords() {
        Map<Integer, EndReason> reasons = Map.of(
                404, EndReason.NOT_FOUND,
                480, EndReason.NO_ANSWER,
                415, EndReason.MEDIA,
                486, EndReason.BUSY,
                603, EndReason.DECLINED,
                500, EndReason.OTHER);
        reasons.forEach((code, reason) -> {
            Call call = dial();
            CompletableFuture<Call> ended = over(call);
            receive(Map.of("bye", "true", "callid", wireId(call), "code", code));
            assertEquals(reason, ended.join().ending().orElseThrow().reason());
            assertEquals(wireId(call), wire.last("bye-response").text("callid"));
            assertTrue(media.sessions.isEmpty(), "no session is left behind");
        });
    }

    @Test
    void withoutAudioDiallingFailsAndSaysWhy() {
        media.problem = Optional.of("install libpulse0");
        CompletableFuture<Call> dialled = does().dialling.dial(MINE, "601");
        time.run();
        assertFails(Reason.NO_MEDIA, dialled);
        assertTrue(control.board().list().isEmpty());
    }

    @Test
    void audioThatFailsBeforeTheOfferIsMadeFailsTheDialling() {
        media.offers = new CompletableFuture<>();
        CompletableFuture<Call> dialled = does().dialling.dial(MINE, "601");
        time.run();
        media.become(control.board().list().get(0).id(), MediaState.FAILED, Optional.of("only loopback is up"));
        time.run();
        assertTrue(control.board().list().isEmpty());
        media.offers.complete(null);
        time.run();
        assertTrue(assertFails(Reason.UNKNOWN_CALL, dialled).getMessage().contains("only loopback is up"));
    }

    @Test
    void aCallThatEndsWhileMediaIsAwayLeavesNobodyWaiting() {
        media.stopping = true;
        CompletableFuture<Call> dialled = does().dialling.dial(MINE, "601");
        time.run();
        CompletableFuture<Call> over =
                does().hangingUp.hangUp(control.board().list().get(0).id());
        time.pass(Duration.ofSeconds(3));
        assertEquals(CallState.ENDED, over.join().state());
        assertFails(Reason.UNKNOWN_CALL, dialled);
    }

    @Test
    void anAudioPathThatIsNotFoundEndsTheCallHonestly() {
        Call call = dial();
        CompletableFuture<Call> ended = over(call);
        receive(Map.of("sdp", "answer", "callid", wireId(call), "code", 200));
        time.pass(Duration.ofSeconds(16));
        assertEquals(EndReason.MEDIA, ended.join().ending().orElseThrow().reason());
        assertEquals(By.SYSTEM, ended.join().ending().orElseThrow().by());
        assertEquals(wireId(call), wire.last("sip-bye").text("callid"));
    }

    // --- incoming ---

    @Test
    void anIncomingCallIsAnswered() {
        Call call = invite();
        assertEquals("44", call.remote().number());
        assertEquals("Bob", call.remote().name());
        assertEquals(7, wire.last("sip-ringing").fields().get("cseq"), "cseq is echoed as it came");
        assertTrue(media.asked.contains("answer their offer"), "the answer is made ready while it rings");
        CompletableFuture<Call> answered = does().answering.answer(call.id());
        time.run();
        assertEquals(
                Map.of("type", "answer", "sdp", "my answer"),
                wire.last("sdp-200ok").fields().get("sdp"));
        assertFalse(answered.isDone(), "not before audio flows");
        media.connect(call.id());
        time.run();
        assertEquals(CallState.ACTIVE, answered.join().state());
    }

    @Test
    void declinedCancelledAndMissed() {
        Call declined = invite();
        CompletableFuture<Call> rejected = does().answering.reject(declined.id(), Rejection.DECLINED);
        time.run();
        assertEquals(603, wire.last("sip-busy").fields().get("code"));
        assertEquals(EndReason.DECLINED, rejected.join().ending().orElseThrow().reason());
        for (String kind : List.of("cancel", "bye")) {
            Call missed = invite();
            CompletableFuture<Call> ended = over(missed);
            receive(Map.of(kind, "true", "callid", wireId(missed)));
            time.pass(Duration.ofSeconds(1));
            assertEquals(
                    EndReason.CANCELLED, ended.join().ending().orElseThrow().reason());
            assertEquals(By.THERE, ended.join().ending().orElseThrow().by());
        }
    }

    @Test
    void aRepeatedInvitationIsOneCall() {
        invite();
        receive(invitation("in1@pbx", "44"));
        assertEquals(1, control.board().list().size());
    }

    // --- in the call ---

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

    // --- replaced in mid-call ---

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

    // --- connection lost ---

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
}

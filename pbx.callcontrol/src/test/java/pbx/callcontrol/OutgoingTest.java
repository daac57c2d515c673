package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.Ending.By;
import pbx.api.call.MediaState;

/** Calls that this side places. */
class OutgoingTest extends Desk {
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

    @Test
    void hangUpBeforeTheOfferIsReadySendsNoOfferAfterTheBye() {
        media.offers = new CompletableFuture<>();
        does().dialling.dial(MINE, "601");
        time.run();
        does().hangingUp.hangUp(control.board().list().get(0).id());
        time.run();
        media.offers.complete(null); // the session's thread finishes the offer before it closes
        time.run();
        time.pass(Duration.ofSeconds(30));
        assertFalse(wire.kinds().contains("sdp-packet"), () -> "sent in this order: " + wire.kinds());
    }

    @Test
    void aLateDescriptionDoesNotTurnAHangUpIntoAFailure() {
        Call call = dial();
        CompletableFuture<Call> over = does().hangingUp.hangUp(call.id());
        time.run();
        receive(Map.of("sdp", "answer", "callid", wireId(call), "code", 183));
        time.pass(Duration.ofSeconds(3));
        assertEquals(
                EndReason.CANCELLED,
                over.orTimeout(20, TimeUnit.SECONDS)
                        .join()
                        .ending()
                        .orElseThrow()
                        .reason(),
                () -> over.join().ending().toString());
    }

    @Test
    void twoCallsThatThePbxNamesAnew() {
        dial();
        dial();
        receive(Map.of("sdp", "a", "callid", "a@pbx", "code", 183));
        receive(Map.of("sdp", "b", "callid", "b@pbx", "code", 183));
        time.pass(Duration.ofHours(1));
        assertTrue(control.board().list().stream().noneMatch(c -> c.state() == CallState.DIALING), "DIALING for ever");
    }

    @Test
    void aLateDescriptionOfACancelledCallIsNotTheNextCalls() {
        Call alice = dial();
        does().hangingUp.hangUp(alice.id());
        time.pass(Duration.ofSeconds(3));
        dial();
        receive(Map.of("sdp", "alice's", "callid", "alice@pbx", "code", 183)); // was under way when we hung up
        receive(Map.of("sdp", "bob's", "callid", "bob@pbx", "code", 200));
        assertFalse(media.asked.contains("accept alice's"), "Bob's session took Alice's description");
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
    void everyStageCompletes() {
        CompletableFuture<Call> dialled = does().dialling.dial(MINE, null);
        time.pass(Duration.ofMinutes(1));
        assertTrue(dialled.isDone());
    }
}

package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.MediaState;
import pbx.api.connection.Dialect;

/** The dialect of newer PBXs, which make the offer themselves: protocol notes 5.2 and 5.8. */
class ModernTest extends Desk {
    private static final String OFFER = "v=0 a=setup:actpass";

    @BeforeEach
    void modern() {
        wire.dialect = Dialect.MODERN;
    }

    private void sdp(Call call, String sdp, int code) {
        receive(Map.of("sdp", sdp, "callid", wireId(call), "cseq", 3, "code", code));
    }

    private Call up() {
        Call call = dial();
        sdp(call, OFFER, 200);
        media.connect(call.id());
        time.run();
        assertEquals(CallState.ACTIVE, now(call).state());
        return call;
    }

    @Test
    void thePbxsOfferIsAnsweredOnceAndTheSecondSaysPickedUp() {
        Call call = dial();
        sdp(call, OFFER, 183);
        assertEquals(CallState.RINGING, now(call).state());
        assertTrue(media.asked.contains("answer " + OFFER), media.asked::toString);
        assertEquals(
                Map.of("type", "answer", "sdp", "my answer"),
                wire.last("sdp-200ok").fields().get("sdp"));
        assertEquals(3, wire.last("sdp-200ok").fields().get("cseq"));
        sdp(call, OFFER, 183);
        sdp(call, OFFER, 200);
        assertEquals(CallState.CONNECTING, now(call).state());
        assertEquals(1, wire.count("sdp-200ok"));
        assertEquals(1, wire.count("sip-ack"));
        assertFalse(media.asked.stream().anyMatch(a -> a.startsWith("accept")), "an offer is no answer");
    }

    @Test
    void theAcknowledgementFollowsTheAnswer() {
        Call call = dial();
        sdp(call, OFFER, 200);
        assertTrue(wire.kinds().indexOf("sdp-200ok") < wire.kinds().indexOf("sip-ack"), wire.kinds()::toString);
        assertEquals(CallState.CONNECTING, now(call).state());
    }

    @Test
    void theListTellsThatItWasPickedUp() {
        Call call = dial();
        sdp(call, OFFER, 183);
        media.connect(call.id());
        time.run();
        list(listed(call, "connected"));
        assertEquals(CallState.ACTIVE, now(call).state());
    }

    @Test
    void ourCandidatesFollowTheAnswerToo() {
        Call call = dial();
        media.found(call.id(), "candidate:old");
        time.run();
        sdp(call, OFFER, 183);
        int answered = wire.kinds().indexOf("sdp-200ok");
        media.found(call.id(), "candidate:new");
        time.run();
        assertTrue(wire.sent.subList(answered, wire.sent.size()).stream()
                .anyMatch(m -> m.toString().contains("candidate:new")));
    }

    @Test
    void aPbxThatAnswersAfterAllIsUnderstood() {
        Call call = dial();
        sdp(call, "v=0 a=setup:passive", 200);
        assertTrue(media.asked.contains("accept v=0 a=setup:passive"), media.asked::toString);
        assertEquals(0, wire.count("sdp-200ok"));
        assertEquals(CallState.CONNECTING, now(call).state());
    }

    @Test
    void aPbxThatOffersAnewInMidCallIsAnswered() {
        Call call = up();
        sdp(call, OFFER + " anew", 200);
        assertEquals(2, wire.count("sdp-200ok"));
        assertEquals(CallState.ACTIVE, now(call).state());
        Call in = answered("in@pbx", "44");
        sdp(in, OFFER + " of yours", 200);
        assertEquals(4, wire.count("sdp-200ok"), "its invitation and this");
    }

    @Test
    void anOfferThatTheEngineRefusesEndsOnlyACallThatIsNotUp() {
        Call up = up();
        sdp(up, OFFER + " garbage", 200);
        assertEquals(CallState.ACTIVE, now(up).state());
        Call call = dial();
        CompletableFuture<Call> over = over(call);
        sdp(call, OFFER + " garbage", 183);
        assertEquals(EndReason.MEDIA, over.join().ending().orElseThrow().reason());
        assertEquals(wireId(call), wire.last("sip-bye").text("callid"));
    }

    @Test
    void theMediaThatWeDoNotAgreeOnIsSaid() {
        Call call = dial();
        CompletableFuture<Call> over = over(call);
        receive(Map.of("bye", "true", "callid", wireId(call), "code", 415));
        assertEquals(EndReason.MEDIA, over.join().ending().orElseThrow().reason());
    }

    @Test
    void aResumeCarriesNoOffer() {
        Call call = up();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        CompletableFuture<Call> resumed = now(does().holding.resume(call.id()));
        assertEquals("sendrecv", wire.last("wrtc-hold").text("holdcmd"));
        assertFalse(wire.last("wrtc-hold").fields().containsKey("sdp"));
        assertTrue(silent(call));
        list(listed(call, "holding"));
        assertFalse(resumed.isDone(), "an old list");
        list(listed(call, "connected"));
        assertFalse(resumed.join().heldHere());
        assertFalse(silent(call));
    }

    @Test
    void aResumeThatNobodyConfirmsIsTakenAsDone() {
        Call call = up();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        CompletableFuture<Call> resumed = now(does().holding.resume(call.id()));
        time.pass(Duration.ofSeconds(3));
        assertFalse(resumed.join().heldHere());
    }

    @Test
    void aResumeMayBeAnsweredByAnOfferOfThePbx() {
        Call call = up();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        CompletableFuture<Call> resumed = now(does().holding.resume(call.id()));
        sdp(call, OFFER + " again", 200);
        assertFalse(resumed.join().heldHere());
        assertEquals(2, wire.count("sdp-200ok"));
    }

    @Test
    void aRefusedResumeStaysHeld() {
        Call call = up();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        CompletableFuture<Call> resumed = now(does().holding.resume(call.id()));
        sdp(call, "x", 491);
        assertFails(Reason.REFUSED, resumed);
        assertTrue(now(call).heldHere());
        time.pass(Duration.ofSeconds(10));
        assertTrue(silent(call));
    }

    @Test
    void aHoldThatThePbxAnswersWithAnOfferIsNotSentInCircles() {
        Call call = up();
        now(does().holding.hold(call.id()));
        for (int i = 0; i < 5; i++) {
            sdp(call, OFFER + i, 200);
        }
        assertEquals(1, wire.count("wrtc-hold"));
        assertTrue(silent(call));
    }

    @Test
    void brokenAudioOfAHeldCallNeedsAnOfferAlsoHere() {
        Call call = up();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        media.become(call.id(), MediaState.FAILED, Optional.of("no path"));
        time.run();
        now(does().holding.resume(call.id()));
        assertTrue(wire.last("wrtc-hold").fields().containsKey("sdp"));
        list(listed(call, "connected"));
        assertTrue(now(call).heldHere(), "its answer ends the hold");
        sdp(call, OFFER + " restarted", 200);
        assertFalse(now(call).heldHere());
    }
}

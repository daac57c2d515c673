package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.call.EndReason;
import pbx.api.connection.Dialect;
import pbx.api.connection.Message;
import pbx.listeners.Replies;

/** Call control is replaced in the middle of an operation: who asked is told STOPPED, and the call goes on as it should. */
class SuccessionTest extends Desk {
    private static final String OFFER = "v=0 a=setup:actpass";

    /** Gives a command as a consumer bundle does, and replaces call control before anybody has answered. */
    private void interrupted(Function<Calls, CompletionStage<?>> command) {
        CallsFace face = new CallsFace(control, new Replies("a consumer"));
        CompletableFuture<?> stage = command.apply(face).toCompletableFuture();
        time.run();
        face.stop();
        swap();
        assertFails(Reason.STOPPED, stage);
    }

    @Test
    void hold() {
        Call call = talk();
        interrupted(calls -> calls.hold(call.id()));
        assertEquals(2, wire.count("wrtc-hold"), "the first may not have been on the wire");
        list(listed(call, "holding"));
        assertTrue(now(call).heldHere() && silent(call));
    }

    @Test
    void resumeInTheLegacyDialect() {
        Call call = held();
        interrupted(calls -> calls.resume(call.id()));
        receive(Map.of("sdp", "fresh answer", "callid", wireId(call)));
        assertFalse(now(call).heldHere() || silent(call));
    }

    @Test
    void resumeWhoseAnswerTheFormerOneTookWithItself() {
        Call call = held();
        now(does().holding.resume(call.id()));
        control.received(MINE, Message.from(Map.of("sdp", "fresh answer", "callid", wireId(call))));
        time.step(); // media has accepted it; who would hear of that is no more
        swap();
        CompletableFuture<Call> resumed = does().holding.resume(call.id());
        time.pass(Duration.ofSeconds(2));
        receive(Map.of("sdp", "another answer", "callid", wireId(call)));
        assertFalse(resumed.join().heldHere() || silent(call));
    }

    @Test
    void resumeThatIsNeverAnswered() {
        Call call = held();
        interrupted(calls -> calls.resume(call.id()));
        list(listed(call, "holding"));
        time.pass(Duration.ofSeconds(6));
        assertTrue(now(call).heldHere() && silent(call));
        assertFalse(now(does().holding.resume(call.id())).isDone(), "and can be tried again");
    }

    @Test
    void resumeInTheModernDialect() {
        wire.dialect = Dialect.MODERN;
        Call call = held();
        interrupted(calls -> calls.resume(call.id()));
        list(listed(call, "connected"));
        assertFalse(now(call).heldHere() || silent(call));
    }

    @Test
    void anOfferOfThePbxThatWasBeingAnswered() {
        wire.dialect = Dialect.MODERN;
        Call call = dial();
        control.received(MINE, Message.from(Map.of("sdp", OFFER, "callid", wireId(call), "code", 183)));
        time.step(); // audio has been asked, and the answer is on its way to a call control that is no more
        assertEquals(0, wire.count("sdp-200ok"));
        swap();
        assertEquals(1, wire.count("sdp-200ok"));
        receive(Map.of("sdp", OFFER, "callid", wireId(call), "code", 200));
        assertEquals(1, wire.count("sdp-200ok"));
        assertEquals(CallState.CONNECTING, now(call).state());
    }

    @Test
    void answering() {
        Call call = invite();
        wire.sending = new CompletableFuture<>();
        CallsFace face = new CallsFace(control, new Replies("a consumer"));
        CompletableFuture<Call> answered = face.answer(call.id()).toCompletableFuture();
        time.run();
        face.stop();
        wire.sending = CompletableFuture.completedFuture(null);
        swap();
        assertFails(Reason.STOPPED, answered);
        media.connect(call.id());
        time.run();
        assertEquals(CallState.ACTIVE, now(call).state());
        assertFalse(silent(call));
    }

    @Test
    void blindTransfer() {
        Call call = talk();
        interrupted(calls -> calls.transfer(call.id(), "50"));
        CompletableFuture<Call> over = over(call);
        bye(call);
        assertEquals(EndReason.TRANSFERRED, over.join().ending().orElseThrow().reason());
    }

    @Test
    void attendedTransferAndPark() {
        Call alice = talk("601");
        Call bob = talk("602");
        wire.answer = new CompletableFuture<>();
        interrupted(calls -> calls.transfer(alice.id(), bob.id()));
        for (Call call : List.of(alice, bob)) {
            CompletableFuture<Call> over = over(call);
            bye(call);
            assertEquals(
                    EndReason.TRANSFERRED, over.join().ending().orElseThrow().reason());
        }
        Call third = talk("603");
        interrupted(calls -> calls.park(third.id(), "700"));
        CompletableFuture<Call> over = over(third);
        bye(third);
        assertEquals(EndReason.PARKED, over.join().ending().orElseThrow().reason());
    }

    @Test
    void aTransferThatCameToNothingIsForgotten() {
        Call call = talk();
        wire.answer = new CompletableFuture<>();
        interrupted(calls -> calls.park(call.id(), "700"));
        list(listed(call, "connected"));
        time.pass(Duration.ofMinutes(1));
        CompletableFuture<Call> over = over(call);
        bye(call);
        assertEquals(EndReason.HUNG_UP, over.join().ending().orElseThrow().reason());
    }

    @Test
    void merge() {
        Call alice = talk("601");
        Call bob = talk("602");
        wire.answer = new CompletableFuture<>();
        interrupted(calls -> calls.merge(alice.id(), bob.id(), "900"));
        bye(alice);
        list(listed(bob, "connected"));
        time.pass(Duration.ofSeconds(6));
        assertEquals(
                List.of(bob.id()), control.board().list().stream().map(Call::id).toList());
        assertEquals(CallState.ACTIVE, now(bob).state());
    }

    @Test
    void recordAndRetrieve() {
        Call call = talk();
        interrupted(calls -> calls.record(call.id(), true));
        receive(Map.of("action", "rec-start", "callid", wireId(call)));
        assertTrue(now(call).recording());
        swap();
        assertTrue(now(call).recording());
        media.offers = new CompletableFuture<>();
        interrupted(calls -> calls.retrieve(MINE, "700"));
        media.offers.complete(null);
        time.run();
        assertEquals("*86700", wire.last("sdp-packet").text("to"), "placed by the successor");
    }

    @Test
    void whoHasTheFloorKeepsIt() {
        Call alice = talk("601");
        Call bob = talk("602");
        time.pass(Duration.ofSeconds(3));
        swap();
        assertTrue(silent(alice));
        assertFalse(silent(bob));
        list(listed(alice, "holding"), listed(bob, "connected"));
        now(does().holding.resume(alice.id()));
        receive(Map.of("sdp", "fresh answer", "callid", wireId(alice)));
        assertFalse(silent(alice));
        assertTrue(silent(bob));
    }

    @Test
    void aCallThatNobodyAnswersIsStillGivenUp() {
        Call call = dial();
        receive(Map.of("sdp", "answer", "callid", wireId(call), "code", 200));
        swap();
        list(listed(call, "connected"));
        CompletableFuture<Call> over = over(call);
        time.pass(Duration.ofSeconds(16));
        assertEquals(EndReason.MEDIA, over.join().ending().orElseThrow().reason());
    }
}

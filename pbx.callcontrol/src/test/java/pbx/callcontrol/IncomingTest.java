package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.Ending.By;
import pbx.api.call.Rejection;
import pbx.api.connection.Message;

/** Calls that come in. */
class IncomingTest extends Desk {
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

    @Test
    void aPbxThatAsksAnewIsAnsweredAgain() {
        Call call = invite();
        CompletableFuture<Call> answered = now(does().answering.answer(call.id()));
        receive(invitation(wireId(call), "44"));
        assertEquals(1, wire.count("sdp-200ok"), "the same message twice");
        receive(anew(call));
        assertEquals(2, wire.count("sdp-200ok"), "lost with the socket");
        assertEquals(8, wire.last("sdp-200ok").fields().get("cseq"));
        media.connect(call.id());
        time.run();
        assertEquals(CallState.ACTIVE, answered.join().state());
    }

    @Test
    void aPbxThatAsksAnewWhileItRingsIsToldSo() {
        Call call = invite();
        receive(anew(call));
        assertEquals(2, wire.count("sip-ringing"));
        now(does().answering.answer(call.id()));
        assertEquals(8, wire.last("sdp-200ok").fields().get("cseq"));
    }

    private static Map<String, Object> anew(Call call) {
        Map<String, Object> again = new HashMap<>(invitation(wireId(call), "44"));
        again.put("cseq", 8);
        return again;
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
        wire.sending = new CompletableFuture<>();
        does().answering.answer(call.id());
        time.run();
        does().hangingUp.hangUp(call.id());
        time.run();
        wire.sending.complete(null);
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
    void manyInvitationsAreBounded() {
        for (int i = 0; i < 1000; i++) {
            control.received(MINE, Message.from(invitation("in" + i, "44")));
        }
        time.run();
        assertTrue(media.sessions.size() <= 50, media.sessions.size() + " peer connections");
    }
}

package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.EndReason;
import pbx.api.call.Ending.By;
import pbx.api.call.MediaState;
import pbx.api.call.Rejection;

/** Calls of the account on another of its devices. */
class ElsewhereTest extends Desk {
    private Call elsewhere(String state) {
        list(row("d1", "44", "45", state));
        time.pass(Duration.ofSeconds(2));
        return control.board().list().get(0);
    }

    @Test
    void aDeskPhonesCallIsSeenAnsweredHeldAndCleared() {
        Call call = elsewhere("alerting");
        assertEquals(MediaState.ELSEWHERE, call.media());
        assertEquals(CallState.RINGING, call.state());
        assertEquals(Direction.IN, call.direction());
        assertEquals("44", call.remote().number());
        assertFalse(call.offered(), "it is not for this machine to answer with sound");
        CompletableFuture<Call> up = now(does().answering.answer(call.id()));
        assertEquals(Map.of("remote-answer", "d1"), wire.lastAsked().body());
        assertFalse(up.isDone());
        list(row("d1", "44", "45", "connected"));
        assertEquals(CallState.ACTIVE, up.join().state());
        assertTrue(now(does().holding.hold(call.id())).join().heldHere());
        assertEquals(Map.of("remote-hold", "d1"), wire.lastAsked().body());
        assertFalse(now(does().holding.resume(call.id())).join().heldHere());
        assertEquals(Map.of("remote-resume", "d1"), wire.lastAsked().body());
        Call over = now(does().hangingUp.hangUp(call.id())).join();
        assertEquals(Map.of("hangup", "d1"), wire.lastAsked().body());
        assertEquals(By.HERE, over.ending().orElseThrow().by());
        assertTrue(media.asked.isEmpty(), "no audio here is touched");
        assertFalse(wire.kinds().contains("sip-bye"));
    }

    @Test
    void itEndsWhenItIsListedNoMore() {
        Call call = elsewhere("connected");
        CompletableFuture<Call> over = over(call);
        list();
        assertEquals(By.PBX, over.join().ending().orElseThrow().by());
        assertEquals(EndReason.HUNG_UP, over.join().ending().orElseThrow().reason());
    }

    @Test
    void whenItBeganAndWasAnsweredIsThePbxsWord() {
        Map<String, Object> row = new LinkedHashMap<>(row("d1", "45", "44", "onhold"));
        row.put("start", 1767225600.25);
        row.put("connect", "1767225604.10");
        row.put("rec", "adhoc");
        list(row);
        time.pass(Duration.ofSeconds(2));
        Call call = control.board().list().get(0);
        assertEquals(Direction.OUT, call.direction());
        assertEquals(Instant.parse("2026-01-01T00:00:00.250Z"), call.began());
        assertEquals(Instant.parse("2026-01-01T00:00:04.100Z"), call.answered().orElseThrow());
        assertTrue(call.heldThere() && call.recording());
        swap();
        list(row);
        time.pass(Duration.ofSeconds(2));
        assertEquals(call, control.board().list().get(0), "a successor sees the same");
    }

    @Test
    void itCanBeTurnedAwayHandedOnAndRecorded() {
        Call rings = elsewhere("alerting");
        assertEquals(
                EndReason.BUSY,
                now(does().answering.reject(rings.id(), Rejection.BUSY))
                        .join()
                        .ending()
                        .orElseThrow()
                        .reason());
        assertEquals(Map.of("reject", "d1"), wire.lastAsked().body());
        list();
        list(row("d2", "46", "45", "connected"));
        time.pass(Duration.ofSeconds(2));
        Call up = control.board().list().get(0);
        CompletableFuture<Call> moved = now(does().transfers.transfer(up.id(), "50"));
        assertEquals(Map.of("transfer", "d2", "number", "50"), wire.lastAsked().body());
        list();
        assertEquals(EndReason.TRANSFERRED, moved.join().ending().orElseThrow().reason());
    }

    @Test
    void whatNeedsItsSoundIsNotDoneFromHere() {
        Call call = elsewhere("connected");
        assertFails(Reason.UNSUPPORTED, now(does().inCall.mute(call.id(), true)));
        assertFails(Reason.UNSUPPORTED, now(does().inCall.press(call.id(), "1")));
    }

    @Test
    void aRefusalLeavesItAsItWas() {
        Call call = elsewhere("connected");
        wire.answer = CompletableFuture.completedFuture(false);
        assertFails(Reason.REFUSED, now(does().holding.hold(call.id())));
        assertFails(Reason.REFUSED, now(does().hangingUp.hangUp(call.id())));
        assertEquals(call, now(call));
    }

    @Test
    void ourOwnCallsUnderOtherIdsAreNot() {
        Call call = talk("44");
        list(listed(call, "connected"), row("other leg", "45", "44", "connected"), row("x", "50", "51", "connected"));
        time.pass(Duration.ofSeconds(5));
        assertEquals(
                List.of(call.id()),
                control.board().list().stream().map(Call::id).toList());
    }

    @Test
    void aListThatComesBeforeTheInvitationIsThatCall() {
        list(row("in1@pbx", "44", "45", "alerting"));
        Call call = invite();
        time.pass(Duration.ofSeconds(5));
        assertEquals(List.of(now(call)), control.board().list());
        assertTrue(now(call).offered());
    }

    @Test
    void alsoWhenTheInvitationIsLate() {
        Call shown = elsewhere("alerting");
        receive(invitation("d1", "44"));
        assertEquals(shown.id(), control.board().list().get(0).id());
        assertTrue(now(shown).offered(), "the same call, here now");
        assertEquals(1, control.board().list().size());
    }

    @Test
    void aListThatComesAfterTheEndBringsNothingBack() {
        Call call = talk("44");
        now(does().hangingUp.hangUp(call.id()));
        receive(Map.of("action", "bye-response", "callid", wireId(call)));
        list(row(wireId(call), "45", "44", "connected"));
        list();
        time.pass(Duration.ofSeconds(5));
        assertTrue(control.board().list().isEmpty());
    }

    @Test
    void withoutMediaNothingIsTakenForAnotherDevices() {
        talk("44");
        control.unbindMedia(media);
        control.stop();
        CallControl next = fresh();
        control = next;
        media.listener = next::mediaChanged;
        next.bindConnection(wire);
        CallId ours = media.list().get(0).call();
        list(row(ours.value(), "45", "44", "connected"));
        time.pass(Duration.ofSeconds(3));
        assertTrue(control.board().list().isEmpty());
        next.bindMedia(media);
        media.replay();
        time.pass(Duration.ofSeconds(3));
        assertEquals(MediaState.CONNECTED, control.board().list().get(0).media());
        assertEquals(1, control.board().list().size());
    }

    // --- who took it ---

    @Test
    void answeredOnAnotherDevice() {
        Call call = invite();
        CompletableFuture<Call> over = over(call);
        receive(Map.of("cancel", "true", "callid", wireId(call)));
        list(row("desk", "44", "45", "connected"));
        assertEquals(
                EndReason.ANSWERED_ELSEWHERE, over.join().ending().orElseThrow().reason());
        time.pass(Duration.ofSeconds(2));
        assertEquals(MediaState.ELSEWHERE, control.board().list().get(0).media());
    }

    @Test
    void orTheListCameFirstOrTheCodeSaysSo() {
        Call call = invite();
        CompletableFuture<Call> over = over(call);
        list(listed(call, "connected"));
        receive(Map.of("bye", "true", "callid", wireId(call)));
        assertEquals(
                EndReason.ANSWERED_ELSEWHERE, over.join().ending().orElseThrow().reason());
        list();
        Call second = invite("in2@pbx", "46");
        over = over(second);
        receive(Map.of("cancel", "true", "callid", wireId(second), "code", 200));
        assertEquals(
                EndReason.ANSWERED_ELSEWHERE, over.join().ending().orElseThrow().reason());
    }

    @Test
    void orNobodyTookIt() {
        Call call = invite();
        CompletableFuture<Call> over = over(call);
        receive(Map.of("cancel", "true", "callid", wireId(call)));
        assertEquals(CallState.ENDING, now(call).state());
        list(row("in1@pbx", "44", "45", "alerting"));
        assertFalse(over.isDone(), "an old list says nothing");
        list();
        assertEquals(EndReason.CANCELLED, over.join().ending().orElseThrow().reason());
    }
}

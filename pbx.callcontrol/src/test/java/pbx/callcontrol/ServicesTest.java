package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.Rejection;
import pbx.api.connection.ConnectionState;

/** What the wire has star codes, messages and REST calls for: retrieve, pickup, redial, record, agents; limits and policy. */
class ServicesTest extends Desk {
    @Test
    void retrievingAndPickingUpAreDialled() {
        Call retrieved = now(does().dialling.retrieve(MINE, "700")).join();
        assertEquals("*86700", wire.last("sdp-packet").text("to"));
        assertEquals("orbit 700", retrieved.remote().label());
        now(does().dialling.pickUp(MINE, "51")).join();
        assertEquals("*8751", wire.last("sdp-packet").text("to"));
        assertFails(Reason.INVALID, now(does().dialling.pickUp(MINE, "51*2")));
        assertFails(Reason.INVALID, now(does().dialling.retrieve(MINE, null)));
    }

    @Test
    void whoAnswersAPickupIsShown() {
        Call call = now(does().dialling.pickUp(MINE, "51")).join();
        receive(Map.of("sdp", "x", "callid", "new@pbx", "code", 200, "to-user", "44", "to-display", "Eve"));
        assertEquals("Eve", now(call).remote().name());
        assertEquals("44", now(call).remote().number());
    }

    @Test
    void aPartyThatIsRenamedInMidCallIsShownByItsNewName() {
        Call call = talk();
        wire.country = "DE";
        receive(Map.of("action", "callerid", "callid", wireId(call), "name", "Eve", "number", "+498912345678"));
        assertEquals("Eve", now(call).remote().label());
        assertEquals("089 12345678", now(call).remote().shown());
    }

    @Test
    void redialDialsWhatWasDialledLast() {
        assertFails(Reason.WRONG_STATE, now(does().dialling.redial(MINE)));
        dial("601");
        dial("6-02");
        now(does().dialling.retrieve(MINE, "700"));
        assertEquals("602", now(does().dialling.redial(MINE)).join().remote().number());
    }

    @Test
    void recordingIsOnWhenThePbxSaysSo() {
        Call call = talk();
        CompletableFuture<Call> on = now(does().inCall.record(call.id(), true));
        assertEquals("on", wire.last("rec-call").text("startstop"));
        assertFalse(on.isDone());
        receive(Map.of("action", "rec-start", "callid", wireId(call)));
        assertTrue(on.join().recording());
        CompletableFuture<Call> off = now(does().inCall.record(call.id(), false));
        assertEquals("off", wire.last("rec-call").text("startstop"));
        list(Map.of("id", wireId(call), "state", "connected", "rec", ""));
        assertFalse(off.join().recording());
        list(Map.of("id", wireId(call), "state", "connected", "rec", "adhoc"));
        assertTrue(now(call).recording(), "also when somebody else began");
    }

    @Test
    void recordingThatNobodyConfirmsHasFailed() {
        Call call = talk();
        CompletableFuture<Call> on = now(does().inCall.record(call.id(), true));
        time.pass(Duration.ofSeconds(6));
        assertFails(Reason.TIMED_OUT, on);
        assertFalse(now(call).recording());
    }

    @Test
    void agentsLogInAndOut() {
        assertTrue(now(does().agents.agent(MINE, "300", true)).isDone());
        assertEquals(
                new Request("POST", "/rest/domain/localhost/account/45/acd_login?group=300", Map.of("login", true)),
                wire.lastAsked());
        wire.answer = CompletableFuture.completedFuture(false);
        assertFails(Reason.REFUSED, now(does().agents.agent(MINE, "300", false)));
        assertFails(Reason.INVALID, now(does().agents.agent(MINE, "3a0", true)));
        connection(ConnectionState.CONNECTING);
        assertFails(Reason.NOT_CONNECTED, now(does().agents.agent(MINE, "300", true)));
    }

    @Test
    void turnedAwayAsBusy() {
        Call call = invite();
        Call ended = now(does().answering.reject(call.id(), Rejection.BUSY)).join();
        assertEquals(486, wire.last("sip-busy").fields().get("code"));
        assertEquals(EndReason.BUSY, ended.ending().orElseThrow().reason());
    }

    @Test
    void theGroupThroughWhichItCameIsShown() {
        receive(Map.of("invitesdp", "x", "callid", "g@pbx", "from", "<sip:44@h>", "group", "300"));
        assertEquals("300", control.board().list().get(0).group());
    }

    @Test
    void noMoreCallsThanTheRulesAllowButForEmergencies() {
        control.board().rules(new Rules(Set.of("112"), List.of("1"), 2, true, EnumSet.noneOf(Rules.Risk.class)));
        dial("601");
        invite();
        assertTrue(assertFails(Reason.DENIED, now(does().dialling.dial(MINE, "602")))
                .getMessage()
                .contains("2 calls"));
        receive(invitation("in2@pbx", "46"));
        assertEquals(486, wire.last("sip-busy").fields().get("code"));
        assertEquals(2, control.board().list().size());
        assertEquals(CallState.DIALING, dial("112").state(), "neither the limit nor the prefix keeps it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "bob", "1;rm -rf /", "12\u0000", "+", "1+2", "<b>1</b>", "tel:", "tel:bob", "sip:%zz"})
    void noNumber(String typed) {
        assertFails(Reason.INVALID, now(does().dialling.dial(MINE, typed)));
        assertTrue(control.board().list().isEmpty()
                && wire.sent.stream().allMatch(m -> m.kind().equals("own-calls")));
    }

    @Test
    void aLinkThatTheUserMustBeAskedAboutIsNotDialled() {
        wire.country = "DE";
        String link = "tel:+49-900-1-234567";
        assertTrue(assertFails(Reason.DENIED, now(does().dialling.dial(MINE, "tel:+49 900 1234567")))
                .getMessage()
                .contains("0900"));
        control.board().rules(new Rules(Set.of(), List.of(), 9, true, EnumSet.of(Rules.Risk.PREMIUM_RATE)));
        assertTrue(assertFails(Reason.DENIED, now(does().dialling.dial(MINE, link)))
                .getMessage()
                .contains("ask the user"));
        String number = control.board().dialable(MINE, link).number();
        assertEquals("+499001234567", dial(number).remote().number(), "once the user has agreed it is a number");
    }

    @Test
    void engineErrorsFailTheOfferAndNotTheWriter() {
        Call call = dial();
        CompletableFuture<Call> ended = over(call);
        receive(Map.of("sdp", "garbage", "callid", wireId(call), "code", 200));
        assertEquals(EndReason.MEDIA, ended.join().ending().orElseThrow().reason());
        assertEquals(1, wire.count("sip-bye"));
        Call up = talk();
        receive(Map.of("sdp", "garbage", "callid", wireId(up), "code", 200));
        assertEquals(CallState.ACTIVE, now(up).state(), "a call that is up goes on");
        Stream.of("", "candidate:", "\u0000", "x".repeat(10_000)).forEach(line -> {
            if (!line.isEmpty()) {
                receive(Map.of("candidate", line, "callid", wireId(up), "adr", List.of(List.of(), "x", List.of(1))));
            }
        });
        assertEquals(CallState.ACTIVE, now(up).state());
    }
}

package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.EndReason;
import pbx.api.call.Ending;
import pbx.api.call.MediaState;
import pbx.api.call.Rejection;
import pbx.api.connection.ConnectionState;

/** Everything a telephonist does with calls, between three extensions and the PBX's own numbers, heard; in one dialect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CallRows {
    private final String dialect;
    private Office office;
    private AccountId ann;
    private AccountId bob;
    private AccountId eve;

    CallRows(String dialect) {
        this.dialect = dialect;
    }

    @BeforeAll
    void open() throws Exception {
        office = new Office(Map.of("dialect", dialect));
        ann = office.account("45");
        bob = office.account("44");
        eve = office.account("46");
        assertEquals(
                dialect,
                office.connections
                        .await("45 registered", c -> c.after().state() == ConnectionState.REGISTERED)
                        .after()
                        .dialect()
                        .name()
                        .toLowerCase(Locale.ROOT),
                "what the PBX's version says");
    }

    @AfterAll
    void close() throws Exception {
        office.close();
    }

    /** Each row leaves nothing behind: no call, and no audio session of one. */
    @AfterEach
    void nothingIsLeft() throws Exception {
        for (Call call : office.calls().list()) {
            // its other end may have been hung up a moment ago
            office.calls()
                    .hangUp(call.id())
                    .toCompletableFuture()
                    .handle((done, gone) -> done)
                    .get(20, TimeUnit.SECONDS);
            office.await(call, CallState.ENDED);
        }
        office.medias.await(
                "no session is left", change -> office.media().list().isEmpty());
    }

    // --- what most rows do ---

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return Office.get(stage);
    }

    private record Pair(Call caller, Call called) {}

    /** {@code from} calls {@code to}, who answers. */
    private Pair talking(AccountId from, AccountId to, String number) throws Exception {
        Call out = office.dial(from, number);
        Call in = office.ringing(to);
        get(office.calls().answer(in.id()));
        return new Pair(office.await(out, CallState.ACTIVE), in);
    }

    private void hearEachOther(Call one, Call other) throws Exception {
        try (Ear oneHears = office.ear(one);
                Ear otherHears = office.ear(other);
                var oneSays = office.say(one, new Tone(500));
                var otherSays = office.say(other, new Tone(700))) {
            oneHears.hear(sound -> sound.is(700));
            otherHears.hear(sound -> sound.is(500));
        }
    }

    private Call now(Call call) {
        return office.calls().list().stream()
                .filter(c -> c.id().equals(call.id()))
                .findFirst()
                .orElseThrow();
    }

    private Ending ending(Call call) throws Exception {
        return office.await(call, CallState.ENDED).ending().orElseThrow();
    }

    private static PbxException failure(CompletionStage<?> stage) {
        ExecutionException failed = Assertions.assertThrows(ExecutionException.class, () -> get(stage));
        return (PbxException) failed.getCause();
    }

    // --- one call ---

    @Test
    void dialledHeardHeldAndResumed() throws Exception {
        Call call = office.talk(ann, "601");
        try (Ear ear = office.ear(call)) {
            ear.hear(sound -> sound.is(440));
            assertTrue(get(office.calls().hold(call.id())).heldHere());
            ear.hear(Ear.Sound::silent);
            assertFalse(get(office.calls().resume(call.id())).heldHere());
            ear.hear(sound -> sound.is(440));
        }
        Call ended = get(office.calls().hangUp(call.id()));
        assertEquals(EndReason.HUNG_UP, ended.ending().orElseThrow().reason());
        assertEquals(Ending.By.HERE, ended.ending().orElseThrow().by());
    }

    @Test
    void answeredAndHungUpByTheOther() throws Exception {
        Pair pair = talking(bob, ann, "45");
        hearEachOther(pair.caller(), pair.called());
        get(office.calls().hangUp(pair.caller().id()));
        assertEquals(Ending.By.THERE, ending(pair.called()).by());
        assertEquals(EndReason.HUNG_UP, ending(pair.called()).reason());
    }

    @Test
    void turnedAway() throws Exception {
        for (Rejection how : Rejection.values()) {
            Call out = office.dial(bob, "45");
            Call in = office.ringing(ann);
            get(office.calls().reject(in.id(), how));
            assertEquals(
                    how == Rejection.BUSY ? EndReason.BUSY : EndReason.DECLINED,
                    ending(out).reason());
            assertEquals(Ending.By.HERE, ending(in).by());
        }
    }

    @Test
    void busyAndUnknownNumbersSaySo() throws Exception {
        assertEquals(EndReason.BUSY, ending(office.dial(ann, "602")).reason());
        assertEquals(EndReason.DECLINED, ending(office.dial(ann, "603")).reason());
        assertEquals(EndReason.NOT_FOUND, ending(office.dial(ann, "999999")).reason());
    }

    @Test
    void givenUp() throws Exception {
        Call out = office.dial(bob, "45");
        Call in = office.ringing(ann);
        assertEquals(
                EndReason.CANCELLED,
                get(office.calls().hangUp(out.id())).ending().orElseThrow().reason());
        assertEquals(EndReason.CANCELLED, ending(in).reason());
        assertEquals(Ending.By.THERE, ending(in).by());
    }

    @Test
    void earlyMediaIsHeardBeforeTheAnswer() throws Exception {
        Call call = office.dial(ann, "607");
        office.await(call, CallState.RINGING);
        try (Ear ear = office.ear(call)) {
            // it is the ringback, not an answer
            ear.hear(sound ->
                    sound.loudness() > 300 && !sound.is(440) && now(call).state() == CallState.RINGING);
            office.await(call, CallState.ACTIVE);
            ear.hear(sound -> sound.is(440));
        }
    }

    @Test
    void theOneOnHoldHearsMusicAndNothingElse() throws Exception {
        Pair pair = talking(bob, ann, "45");
        try (Ear bobHears = office.ear(pair.caller());
                Ear annHears = office.ear(pair.called());
                var annSays = office.say(pair.called(), new Tone(500));
                var bobSays = office.say(pair.caller(), new Tone(700))) {
            bobHears.hear(sound -> sound.is(500));
            get(office.calls().hold(pair.called().id()));
            bobHears.hear(sound -> sound.loudness() > 200 && !sound.is(500));
            annHears.hear(Ear.Sound::silent);
            get(office.calls().resume(pair.called().id()));
            bobHears.hear(sound -> sound.is(500));
            annHears.hear(sound -> sound.is(700));
        }
    }

    @Test
    void mutedIsSilenceForTheOther() throws Exception {
        Pair pair = talking(bob, ann, "45");
        try (Ear bobHears = office.ear(pair.caller())) {
            try (var annSays = office.say(pair.called(), new Tone(500))) {
                bobHears.hear(sound -> sound.is(500));
            }
            assertTrue(get(office.calls().mute(pair.called().id(), true)).muted());
            bobHears.hear(Ear.Sound::silent);
            assertFalse(get(office.calls().mute(pair.called().id(), false)).muted());
        }
    }

    @Test
    void digitsAreUnderstood() throws Exception {
        Call call = office.talk(ann, "606");
        get(office.media().quality(call.id())); // packets flow both ways
        try (Ear ear = office.ear(call)) {
            boolean heard = false;
            for (int presses = 0;
                    !heard && presses < 3;
                    presses++) { // a machine that stands still makes a hole in the sound
                get(office.calls().press(call.id(), "5"));
                heard = ear.hears(sound -> sound.amplitude(770) > 300 && sound.amplitude(1336) > 300, 8);
            }
            assertTrue(heard);
        }
    }

    @Test
    void recordedByThePbx() throws Exception {
        Call call = office.talk(ann, "601");
        assertTrue(get(office.calls().record(call.id(), true)).recording());
        assertFalse(get(office.calls().record(call.id(), false)).recording());
    }

    @Test
    void theLastNumberAgain() throws Exception {
        get(office.calls().hangUp(office.talk(eve, "600").id()));
        Call again = get(office.calls().redial(eve));
        assertEquals("600", again.remote().number());
        office.await(again, CallState.ACTIVE);
    }

    // --- several calls ---

    @Test
    void oneIsTalkedAtATime() throws Exception {
        Call first = office.talk(ann, "601");
        Call second = office.talk(ann, "600");
        office.calls.await(
                "the first is on hold",
                c -> c.after().id().equals(first.id()) && c.after().heldHere());
        try (Ear ear = office.ear(first)) {
            get(office.calls().resume(first.id()));
            office.calls.await(
                    "the second is on hold",
                    c -> c.after().id().equals(second.id()) && c.after().heldHere());
            ear.hear(sound -> sound.is(440));
        }
        assertFalse(now(first).heldHere());
        assertTrue(now(second).heldHere());
    }

    @Test
    void aSecondCallWaitsAndIsAnswered() throws Exception {
        Call first = office.talk(ann, "601");
        Call out = office.dial(bob, "45");
        Call waiting = office.ringing(ann);
        assertEquals(CallState.ACTIVE, now(first).state(), "the call that is talked goes on while another waits");
        get(office.calls().answer(waiting.id()));
        office.calls.await(
                "the first is on hold",
                c -> c.after().id().equals(first.id()) && c.after().heldHere());
        hearEachOther(office.await(out, CallState.ACTIVE), waiting);
    }

    @Test
    void transferredWithoutAsking() throws Exception {
        Pair pair = talking(bob, ann, "45");
        Call gone = get(office.calls().transfer(pair.called().id(), "601"));
        assertEquals(EndReason.TRANSFERRED, gone.ending().orElseThrow().reason());
        try (Ear bobHears = office.ear(pair.caller())) {
            bobHears.hear(sound -> sound.is(440));
        }
        office.calls.await(
                "bob is told with whom he talks",
                c -> c.after().id().equals(pair.caller().id())
                        && c.after().remote().number().equals("601"));
    }

    @Test
    void transferredToAColleague() throws Exception {
        Pair pair = talking(bob, ann, "45");
        get(office.calls().transfer(pair.called().id(), "46"));
        Call in = office.ringing(eve);
        get(office.calls().answer(in.id()));
        hearEachOther(pair.caller(), in);
    }

    @Test
    void askedFirstThenTransferred() throws Exception {
        Pair pair = talking(bob, ann, "45");
        Pair consultation = talking(ann, eve, "46");
        hearEachOther(consultation.caller(), consultation.called());
        Call gone = get(office.calls()
                .transfer(pair.called().id(), consultation.caller().id()));
        assertEquals(EndReason.TRANSFERRED, gone.ending().orElseThrow().reason());
        assertEquals(EndReason.TRANSFERRED, ending(consultation.caller()).reason());
        hearEachOther(pair.caller(), consultation.called());
    }

    @Test
    void askedAndReturnedTo() throws Exception {
        Pair pair = talking(bob, ann, "45");
        Pair consultation = talking(ann, eve, "46");
        get(office.calls().hangUp(consultation.caller().id()));
        get(office.calls().resume(pair.called().id()));
        hearEachOther(pair.caller(), pair.called());
    }

    @Test
    void parkedAndRetrieved() throws Exception {
        Pair pair = talking(bob, ann, "45");
        Call parked = get(office.calls().park(pair.called().id(), "700"));
        assertEquals(EndReason.PARKED, parked.ending().orElseThrow().reason());
        Call second = office.talk(ann, "601");
        PbxException occupied = failure(office.calls().park(second.id(), "700"));
        assertEquals(PbxException.Reason.REFUSED, occupied.reason());
        assertEquals(CallState.ACTIVE, now(second).state(), "a call that could not be parked is as it was");
        Call back = office.await(get(office.calls().retrieve(eve, "700")), CallState.ACTIVE);
        hearEachOther(pair.caller(), back);
    }

    @Test
    void pickedUpForAColleague() throws Exception {
        Call out = office.dial(bob, "46");
        Call atEve = office.ringing(eve);
        Call taken = office.await(get(office.calls().pickUp(ann, "46")), CallState.ACTIVE);
        hearEachOther(office.await(out, CallState.ACTIVE), taken);
        assertEquals(EndReason.ANSWERED_ELSEWHERE, ending(atEve).reason());
    }

    @Test
    void agentsTakeTheCallsOfAQueue() throws Exception {
        get(office.calls().agent(ann, "620", true));
        Call out = office.dial(bob, "620");
        Call in = office.ringing(ann);
        assertEquals("620", in.group());
        get(office.calls().answer(in.id()));
        hearEachOther(office.await(out, CallState.ACTIVE), in);
        get(office.calls().hangUp(in.id()));
        get(office.calls().agent(ann, "620", false));
    }

    @Test
    void twoCallsBecomeAConference() throws Exception {
        Pair one = talking(bob, ann, "45");
        Pair other = talking(ann, eve, "46");
        Call room = get(office.calls().merge(one.called().id(), other.caller().id(), "630"));
        office.await(room, CallState.ACTIVE);
        try (Ear bobHears = office.ear(one.caller());
                Ear eveHears = office.ear(other.called());
                var annSays = office.say(room, new Tone(500));
                var bobSays = office.say(one.caller(), new Tone(700));
                var eveSays = office.say(other.called(), new Tone(900))) {
            bobHears.hear(sound -> sound.amplitude(500) > 1000 && sound.amplitude(900) > 1000);
            eveHears.hear(sound -> sound.amplitude(500) > 1000 && sound.amplitude(700) > 1000);
        }
    }

    @Test
    void aCallOnTheDeskPhoneIsSeenHeldAndCleared() throws Exception {
        office.simulator("call", "45", "44");
        Call in = office.ringing(bob);
        get(office.calls().answer(in.id()));
        Call there = office.calls
                .await(
                        "the desk phone's call",
                        c -> c.after().account().equals(ann)
                                && c.after().media() == MediaState.ELSEWHERE
                                && c.after().state() == CallState.ACTIVE)
                .after();
        assertTrue(get(office.calls().hold(there.id())).heldHere());
        assertFalse(get(office.calls().resume(there.id())).heldHere());
        assertEquals(CallState.ENDED, get(office.calls().hangUp(there.id())).state());
        assertEquals(Ending.By.THERE, ending(in).by());
    }

    // --- numbers ---

    @Test
    void anEmergencyCallGoesThrough() throws Exception {
        get(office.presences().dnd(ann, true));
        office.talk(ann, "112");
        get(office.presences().dnd(ann, false));
    }

    @Test
    void linksAreDialledButStarCodesInThemAreNot() throws Exception {
        assertEquals("600", office.talk(ann, "tel:600").remote().number());
        assertEquals(
                PbxException.Reason.DENIED,
                failure(office.calls().dial(ann, "tel:*85700")).reason());
    }

    // --- when two do something at once ---

    @Test
    void bothHangUp() throws Exception {
        Pair pair = talking(bob, ann, "45");
        var here = office.calls().hangUp(pair.called().id());
        var there = office.calls().hangUp(pair.caller().id());
        assertEquals(CallState.ENDED, get(here).state());
        assertEquals(CallState.ENDED, get(there).state());
    }

    @Test
    void bothHold() throws Exception {
        Pair pair = talking(bob, ann, "45");
        var here = office.calls().hold(pair.called().id());
        var there = office.calls().hold(pair.caller().id());
        assertTrue(get(here).heldHere());
        assertTrue(get(there).heldHere());
        get(office.calls().resume(pair.called().id()));
        get(office.calls().resume(pair.caller().id()));
        hearEachOther(pair.caller(), pair.called());
    }

    @Test
    void answeredWhileTheCallerGivesUp() throws Exception {
        Call out = office.dial(bob, "45");
        Call in = office.ringing(ann);
        var answer = office.calls().answer(in.id());
        var cancel = office.calls().hangUp(out.id());
        assertEquals(CallState.ENDED, get(cancel).state());
        answer.toCompletableFuture().handle((call, failure) -> null).get(20, TimeUnit.SECONDS);
        office.await(in, CallState.ENDED);
    }

    @Test
    void transferredWhileTheOtherHangsUp() throws Exception {
        Pair pair = talking(bob, ann, "45");
        var transfer = office.calls().transfer(pair.called().id(), "601");
        var hangUp = office.calls().hangUp(pair.caller().id());
        assertEquals(CallState.ENDED, get(hangUp).state());
        transfer.toCompletableFuture().handle((call, failure) -> null).get(20, TimeUnit.SECONDS);
        office.await(pair.called(), CallState.ENDED);
    }
}

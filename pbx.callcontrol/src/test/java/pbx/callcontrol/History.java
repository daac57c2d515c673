package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Rejection;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Dialect;

/** One random history: users, the PBX, audio, time and replacements in any order, and after each event what must be true. */
final class History extends Desk {
    private static final List<String> NUMBERS = List.of("601", "602", "112", "0900123", "nobody");
    private static final List<String> LISTED = List.of("alerting", "connected", "connected", "holding", "onhold", "");
    private static final List<String> SDP =
            List.of("answer", "answer", "answer", "v=0 a=setup:actpass", "v=0 a=setup:actpass 2", "garbage");
    private static final List<Integer> CODES = List.of(183, 180, 200, 200, 200, 200, 200, 491);

    private final Random random;
    private final List<String> log = new ArrayList<>();
    private final List<CompletableFuture<?>> stages = new ArrayList<>();
    private final List<CompletableFuture<Object>> questions = new ArrayList<>();
    private final Set<CallId> known = new LinkedHashSet<>();
    private int invitations;
    private int checked;
    private final Map<CallId, CallState> last = new HashMap<>();
    /** Calls of a former call control that a new one has not told of yet. */
    private final Set<CallId> forgotten = new HashSet<>();

    History(long seed) {
        random = new Random(seed);
        wire.dialect = random.nextBoolean() ? Dialect.MODERN : Dialect.LEGACY;
        wireUp();
    }

    void play(int events) {
        try {
            begin();
            for (int i = 0; i < events; i++) {
                ask();
                event();
                time.run();
                check();
            }
            finish();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(wire.dialect + "\n" + String.join("\n", log) + "\n" + e, e);
        }
    }

    /** Mostly somebody talks already. */
    private void begin() {
        for (String number : List.of("601", "602")) {
            if (random.nextInt(3) > 0) {
                talk(number);
                log.add("talks to " + number);
            }
        }
        if (random.nextInt(3) == 0) {
            answered("in@pbx", "44");
            log.add("answered in@pbx");
        }
        check();
    }

    private void ask() {
        wire.answer = new CompletableFuture<>();
        questions.add(wire.answer);
    }

    private void event() {
        int die = random.nextInt(100);
        if (die < 40) {
            user();
        } else if (die < 72) {
            pbx();
        } else if (die < 88) {
            audio();
        } else if (die < 96) {
            Duration time = pick(List.of(
                    Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ofSeconds(31)));
            log.add("pass " + time);
            this.time.pass(time);
        } else {
            surroundings();
        }
    }

    // --- users ---

    private void user() {
        CallId id = call();
        CallId other = call();
        switch (random.nextInt(17)) {
            case 0, 1, 2 -> stage("dial", does().dialling.dial(MINE, pick(NUMBERS)));
            case 3, 4, 5 -> stage("answer " + id, does().answering.answer(id));
            case 6 -> stage("reject " + id, does().answering.reject(id, pick(List.of(Rejection.values()))));
            case 7 -> stage("hangUp " + id, does().hangingUp.hangUp(id));
            case 8 -> stage("hold " + id, does().holding.hold(id));
            case 9, 10 -> stage("resume " + id, does().holding.resume(id));
            case 11 -> stage("transfer " + id, does().transfers.transfer(id, pick(NUMBERS)));
            case 12 -> stage("attended " + id + " " + other, does().transfers.transfer(id, other));
            case 13 -> stage("park " + id, does().transfers.park(id, "700"));
            case 14 -> stage("merge " + id + " " + other, does().transfers.merge(id, other, "900"));
            case 15 -> stage("mute " + id, does().inCall.mute(id, random.nextBoolean()));
            default -> stage("record " + id, does().inCall.record(id, random.nextBoolean()));
        }
    }

    private void stage(String what, CompletableFuture<?> stage) {
        log.add(what);
        stages.add(stage);
    }

    private CallId call() {
        List<CallId> living = control.board().list().stream().map(Call::id).toList();
        if (!living.isEmpty() && random.nextInt(8) > 0) {
            return pick(living);
        }
        List<CallId> ids = new ArrayList<>(known);
        ids.add(new CallId(MINE, "nobody's"));
        return pick(ids);
    }

    // --- the PBX ---

    private void pbx() {
        CallId id = call();
        String callid = control.board().known(id).map(leg -> leg.wireId).orElse(id.value());
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> said(Map.of("sdp", pick(SDP), "callid", callid, "code", pick(CODES)));
            case 4 -> said(Map.of("sdp", pick(SDP), "callid", "alias" + invitations++, "code", pick(CODES)));
            case 5, 6 -> said(invitation("in" + invitations++, pick(List.of("44", "601"))));
            case 7 -> said(Map.of("bye", "true", "callid", callid, "code", pick(List.of(0, 200, 404, 486))));
            case 8 -> said(Map.of("cancel", "true", "callid", callid));
            case 9 -> said(Map.of("action", pick(List.of("bye-response", "rec-start", "rec-stop")), "callid", callid));
            case 10 -> said(Map.of("candidate", "candidate:1", "callid", callid));
            case 11 -> answered();
            default -> said(Map.of("action", "call-state", "calls", rows()));
        }
    }

    private void said(Map<String, Object> frame) {
        log.add("PBX " + frame);
        receive(frame);
    }

    private void answered() {
        CompletableFuture<Object> question = pick(questions);
        if (random.nextInt(3) == 0) {
            question.completeExceptionally(new PbxException(Reason.REFUSED, "404"));
        } else {
            question.complete(random.nextBoolean());
        }
        log.add("REST " + question);
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Leg leg : control.board().legs()) {
            String state = pick(LISTED);
            if (!state.isEmpty()) {
                rows.add(Map.of("id", leg.wireId, "state", state));
            }
        }
        if (random.nextInt(3) == 0) {
            rows.add(row("desk" + random.nextInt(2), "48", "45", pick(LISTED)));
        }
        return rows;
    }

    // --- audio ---

    private void audio() {
        List<CallId> ids = List.copyOf(media.sessions.keySet());
        if (ids.isEmpty()) {
            return;
        }
        CallId id = pick(ids);
        int die = random.nextInt(20);
        log.add("audio " + die + " " + id);
        switch (die) {
            case 0 -> media.become(id, MediaState.FAILED, Optional.of("broken"));
            case 1 -> media.close(id);
            case 2 -> media.found(id, "candidate:" + random.nextInt());
            default -> media.connect(id);
        }
    }

    // --- what comes and goes ---

    private void surroundings() {
        int die = random.nextInt(6);
        log.add(List.of("swap", "media stops", "media is back", "offline", "online", "online")
                .get(die));
        switch (die) {
            case 0 -> {
                // both away at once: what ended meanwhile is ended once more by the successor, see RaceTest
                back();
                check();
                last.keySet().removeIf(id -> id.value().startsWith("desk")); // the PBX alone knows these
                known.removeIf(id -> !last.containsKey(id));
                forgotten.addAll(known);
                stages.clear(); // STOPPED is told by the face: SuccessionTest
                swap();
            }
            case 1 -> media.stopping = true;
            case 2 -> back();
            case 3 -> connection(ConnectionState.CONNECTING);
            default -> connection(ConnectionState.REGISTERED);
        }
    }

    private void back() {
        media.stopping = false;
        control.bindMedia(media);
        media.replay();
        time.run();
    }

    // --- what must be true ---

    private void check() {
        for (CallChange change : told.subList(checked, told.size())) {
            check(change);
        }
        checked = told.size();
        List<Leg> legs = control.board().legs();
        legs.forEach(leg -> assertTrue(leg.state != CallState.ENDED, "an ended call is in the picture"));
        if (!media.stopping) {
            heard(legs);
        }
    }

    private void check(CallChange change) {
        Call after = change.after();
        CallState before = last.put(after.id(), after.state());
        known.add(after.id());
        assertTrue(before != CallState.ENDED, () -> "resurrected: " + after);
        boolean replayed = forgotten.remove(after.id());
        if (before != null && !replayed) {
            assertTrue(change.before().isPresent(), () -> "told as new again: " + told.subList(checked, told.size()));
            assertEquals(before, change.before().orElseThrow().state());
            assertTrue(before == after.state() || before.mayBecome(after.state()), () -> before + " to " + after);
        }
        after.ending().ifPresent(ending -> assertTrue(!ending.text().isBlank()));
    }

    /** Never to the wrong party. */
    private void heard(List<Leg> legs) {
        long talked = 0;
        for (Leg leg : legs) {
            var session = media.sessions.get(leg.id);
            if (session == null || leg.state.over()) {
                continue;
            }
            boolean open = !session.paused();
            assertTrue(!(open && leg.direction == Direction.IN && leg.state.unanswered()), () -> leg.id + " is heard");
            assertTrue(!(open && leg.heldHere), () -> leg.id + " is on hold and heard");
            assertTrue(
                    open || leg.state != CallState.ACTIVE || leg.wantsHold || leg.heldHere,
                    () -> leg.id + " is talked, and silent");
            talked += open && (leg.state.answered() || leg.described) ? 1 : 0;
        }
        assertTrue(talked <= 1, "several are heard: " + talked);
    }

    /** When everything is back and everybody hangs up, nothing is left. */
    private void finish() {
        back();
        connection(ConnectionState.REGISTERED);
        log.add("the end");
        questions.forEach(question -> question.complete(true));
        time.pass(Duration.ofMinutes(1));
        check();
        control.board().legs().forEach(leg -> {
            boolean shouldBeHeard = leg.elsewhere() || leg.state.over() || media.sessions.containsKey(leg.id);
            assertTrue(shouldBeHeard, () -> leg.id + " has no audio in " + leg.state);
            boolean stuck = List.of(CallState.DIALING, CallState.CONNECTING, CallState.ENDING)
                    .contains(leg.state);
            assertTrue(!stuck, () -> leg.id + " is stuck in " + leg.state);
        });
        assertEquals(
                control.board().legs().stream().filter(leg -> !leg.elsewhere()).count(),
                media.sessions.size(),
                "sessions without a call: " + media.sessions.keySet());
        ask();
        wire.answer.complete(true);
        for (Call call : control.board().list()) {
            stages.add(does().hangingUp.hangUp(call.id()));
        }
        time.pass(Duration.ofMinutes(1));
        check();
        assertEquals(List.of(), control.board().list());
        assertEquals(Set.of(), media.sessions.keySet());
        assertTrue(stages.stream().allMatch(CompletableFuture::isDone), "somebody waits for ever");
        last.forEach((id, state) ->
                assertTrue(state == CallState.ENDED || forgotten.contains(id), () -> id + " was left in " + state));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

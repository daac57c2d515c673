package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.CallState;
import pbx.api.call.MediaState;
import pbx.api.call.Rejection;
import pbx.api.connection.ConnectionState;

/**
 * Every state against every event: what becomes of the call, and of the command. A command is {@code ok}, {@code ..} while it
 * waits for its confirmation, or fails with WRONG_STATE, UNKNOWN_CALL or UNSUPPORTED (N).
 */
class StateTableTest extends Desk {
    /** Down: events. Across: states; CALLING and RINGING are RINGING outwards and inwards, HELD is ACTIVE. */
    private static final String TABLE =
            """
                             | DIALING | CALLING | RINGING | CONNECTING | ACTIVE  | HELD    | ENDING  | ENDED   | ELSEWHERE
            answer           | dial W  | ring W  | conn .. | conn ok    | actv ok | held ok | endg W  | over U  | actv ok
            reject           | dial W  | ring W  | over ok | conn W     | actv W  | held W  | endg W  | over U  | actv W
            hangUp           | endg .. | endg .. | over ok | endg ..    | endg .. | endg .. | endg .. | over U  | over ok
            hold             | dial W  | ring W  | ring W  | conn W     | actv .. | held ok | endg W  | over U  | held ok
            resume           | dial W  | ring W  | ring W  | conn W     | actv ok | held .. | endg W  | over U  | actv ok
            transfer         | dial W  | ring W  | ring W  | conn W     | actv .. | held .. | endg W  | over U  | actv ..
            park             | dial W  | ring W  | ring W  | conn W     | actv .. | held .. | endg W  | over U  | actv ..
            mute             | dial W  | ring W  | ring W  | conn W     | actv ok | held ok | endg W  | over U  | actv N
            press            | dial W  | ring W  | ring W  | conn W     | actv ok | held ok | endg W  | over U  | actv N
            record           | dial W  | ring W  | ring W  | conn W     | actv .. | held .. | endg W  | over U  | actv ..
            sdp 183          | ring    | ring    | ring    | conn       | actv    | held    | endg    | over    | actv
            sdp 200          | conn    | conn    | ring    | conn       | actv    | held    | endg    | over    | actv
            sdp 486          | over    | over    | ring    | over       | actv    | held    | endg    | over    | actv
            sdp garbage      | over    | over    | ring    | over       | actv    | held    | endg    | over    | actv
            invitesdp        | dial    | ring    | ring    | conn       | actv    | held    | endg    | over    | actv
            candidate        | dial    | ring    | ring    | conn       | actv    | held    | endg    | over    | actv
            callerid         | dial    | ring    | ring    | conn       | actv    | held    | endg    | over    | actv
            bye              | over    | over    | endg    | over       | over    | over    | over    | over    | actv
            bye 404          | over    | over    | over    | over       | over    | over    | over    | over    | actv
            cancel           | over    | over    | endg    | over       | over    | over    | over    | over    | actv
            cancelresponse   | dial    | ring    | ring    | conn       | actv    | held    | over    | over    | actv
            bye-response     | dial    | ring    | ring    | conn       | actv    | held    | over    | over    | actv
            rec-start        | dial    | ring    | ring    | conn       | actv    | held    | endg    | over    | actv
            listed alerting  | ring    | ring    | ring    | conn       | actv    | held    | endg    | over    | actv
            listed connected | conn    | conn    | ring    | conn       | actv    | held    | endg    | over    | actv
            listed holding   | conn    | conn    | ring    | conn       | actv    | held    | endg    | over    | held
            listed nonsense  | ring    | ring    | ring    | conn       | actv    | held    | endg    | over    | actv
            not listed       | dial    | ring    | ring    | conn       | actv    | held    | over    | over    | over
            connected        | dial    | ring    | ring    | actv       | actv    | held    | endg    | over    | actv
            failed           | over    | over    | over    | over       | actv    | held    | endg    | over    | actv
            closed           | over    | over    | over    | over       | over    | over    | endg    | over    | actv
            2 s              | dial    | ring    | ring    | conn       | actv    | held    | over    | over    | actv
            20 s             | over    | ring    | ring    | over       | actv    | held    | over    | over    | actv
            offline          | dial    | ring    | ring    | conn       | actv    | held    | endg    | over    | actv
            offline 60 s     | over    | over    | over    | over       | over    | over    | over    | over    | over
            forgotten        | over    | over    | over    | over       | over    | over    | over    | over    | over
            """;

    private static final Map<String, String> SHORT = Map.of(
            "DIALING", "dial",
            "RINGING", "ring",
            "CONNECTING", "conn",
            "ACTIVE", "actv",
            "ENDING", "endg",
            "ENDED", "over",
            "WRONG_STATE", "W",
            "UNKNOWN_CALL", "U",
            "UNSUPPORTED", "N");

    private final Map<String, Supplier<Call>> states = new LinkedHashMap<>();
    private final Map<String, Function<Call, CompletableFuture<?>>> events = new LinkedHashMap<>();

    StateTableTest() {
        states.put("DIALING", this::dial);
        states.put("CALLING", () -> {
            Call call = dial();
            receive(Map.of("sdp", "early", "callid", wireId(call), "code", 183));
            return call;
        });
        states.put("RINGING", this::invite);
        states.put("CONNECTING", () -> {
            Call call = dial();
            receive(Map.of("sdp", "answer", "callid", wireId(call), "code", 200));
            return call;
        });
        states.put("ACTIVE", this::talk);
        states.put("HELD", this::held);
        states.put("ENDING", () -> {
            Call call = talk();
            now(does().hangingUp.hangUp(call.id()));
            return call;
        });
        states.put("ENDED", () -> {
            Call call = talk();
            bye(call);
            return call;
        });
        states.put("ELSEWHERE", () -> {
            list(row("d1", "44", "45", "connected"));
            time.pass(Duration.ofSeconds(2));
            return control.board().list().get(0);
        });
        commands();
        messages();
        others();
    }

    private void commands() {
        events.put("answer", call -> does().answering.answer(call.id()));
        events.put("reject", call -> does().answering.reject(call.id(), Rejection.DECLINED));
        events.put("hangUp", call -> does().hangingUp.hangUp(call.id()));
        events.put("hold", call -> does().holding.hold(call.id()));
        events.put("resume", call -> does().holding.resume(call.id()));
        events.put("transfer", call -> does().transfers.transfer(call.id(), "50"));
        events.put("park", call -> does().transfers.park(call.id(), "700"));
        events.put("mute", call -> does().inCall.mute(call.id(), true));
        events.put("press", call -> does().inCall.press(call.id(), "1"));
        events.put("record", call -> does().inCall.record(call.id(), true));
    }

    private void messages() {
        message("sdp 183", call -> Map.of("sdp", "early", "callid", wire(call), "code", 183));
        message("sdp 200", call -> Map.of("sdp", "answer", "callid", wire(call), "code", 200));
        message("sdp 486", call -> Map.of("sdp", "x", "callid", wire(call), "code", 486));
        message("sdp garbage", call -> Map.of("sdp", "garbage", "callid", wire(call), "code", 200));
        message("invitesdp", call -> invitation(wire(call), "44"));
        message("candidate", call -> Map.of("candidate", "candidate:1", "callid", wire(call)));
        message("callerid", call -> Map.of("action", "callerid", "callid", wire(call), "name", "Eve", "number", "9"));
        message("bye", call -> Map.of("bye", "true", "callid", wire(call)));
        message("bye 404", call -> Map.of("bye", "true", "callid", wire(call), "code", 404));
        message("cancel", call -> Map.of("cancel", "true", "callid", wire(call)));
        message("cancelresponse", call -> Map.of("cancelresponse", "true", "callid", wire(call)));
        message("bye-response", call -> Map.of("action", "bye-response", "callid", wire(call)));
        message("rec-start", call -> Map.of("action", "rec-start", "callid", wire(call)));
        for (String state : List.of("alerting", "connected", "holding", "nonsense")) {
            message("listed " + state, call -> Map.of("action", "call-state", "calls", List.of(row(call, state))));
        }
        message("not listed", call -> Map.of("action", "call-state", "calls", List.of()));
    }

    private void others() {
        event("connected", call -> audio(call, MediaState.CONNECTED));
        event("failed", call -> audio(call, MediaState.FAILED));
        event("closed", call -> media.close(call.id()));
        event("2 s", call -> time.pass(Duration.ofSeconds(2)));
        event("20 s", call -> time.pass(Duration.ofSeconds(20)));
        event("offline", call -> connection(ConnectionState.CONNECTING));
        event("offline 60 s", call -> {
            connection(ConnectionState.CONNECTING);
            time.pass(Duration.ofSeconds(60));
        });
        event("forgotten", call -> {
            connection(ConnectionState.CONNECTING);
            connection(ConnectionState.REGISTERED);
            time.pass(Duration.ofSeconds(6));
        });
    }

    private void audio(Call call, MediaState state) {
        if (media.sessions.containsKey(call.id())) {
            media.become(call.id(), state, Optional.of("no path"));
        }
    }

    private String wire(Call call) {
        return call.media() == MediaState.ELSEWHERE ? "d1" : wireId(call);
    }

    private Map<String, Object> row(Call call, String state) {
        return call.media() == MediaState.ELSEWHERE ? row("d1", "44", "45", state) : listed(call, state);
    }

    private void message(String name, Function<Call, Map<String, Object>> frame) {
        event(name, call -> receive(frame.apply(call)));
    }

    private void event(String name, Consumer<Call> happens) {
        events.put(name, call -> {
            happens.accept(call);
            return null;
        });
    }

    private String cell(String state, String event) {
        Call call = states.get(state).get();
        CompletableFuture<?> stage = events.get(event).apply(call);
        time.run();
        String after = find(call.id()).map(StateTableTest::shown).orElse("over");
        return stage == null ? after : after + " " + outcome(stage);
    }

    private static String shown(Call call) {
        return call.heldHere() && call.state() == CallState.ACTIVE
                ? "held"
                : SHORT.get(call.state().name());
    }

    private static String outcome(CompletableFuture<?> stage) {
        if (!stage.isDone()) {
            return "..";
        }
        return stage.handle((value, failure) -> failure == null
                        ? "ok"
                        : SHORT.get(((PbxException) failure).reason().name()))
                .join();
    }

    @TestFactory
    Stream<DynamicTest> everyCell() {
        List<List<String>> rows = TABLE.lines()
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
        assertEquals(
                List.copyOf(states.keySet()), rows.get(0).subList(1, rows.get(0).size()));
        assertEquals(
                List.copyOf(events.keySet()),
                rows.stream().skip(1).map(row -> row.get(0)).toList());
        return rows.stream()
                .skip(1)
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    List<String> seen = new ArrayList<>(List.of(row.get(0)));
                    for (String state : states.keySet()) {
                        StateTableTest fresh = new StateTableTest();
                        fresh.wireUp();
                        seen.add(fresh.cell(state, row.get(0)));
                    }
                    assertEquals(row, seen);
                }));
    }
}

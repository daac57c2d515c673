package pbx.callcontrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.connection.ConnectionChange;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.Message;

/** Call control alone, cranked by hand, for tests to extend: the frames are typed from the protocol notes, 3 to 6. */
class Desk {
    static final AccountId MINE = new AccountId("demo");
    static final Rules RULES = new Rules(Set.of("112"), List.of("0900"), 20, true, EnumSet.of(Rules.Risk.PREMIUM_RATE));

    final HandCranked time = new HandCranked();
    final FakeConnection wire = new FakeConnection();
    final FakeMedia media = new FakeMedia();
    /** Every change, in order, as listeners hear it. */
    final List<CallChange> told = new ArrayList<>();

    CallControl control = fresh();

    CallControl fresh() {
        return new CallControl(time.writer(), time, RULES, told::add);
    }

    @BeforeEach
    void wireUp() {
        start(control);
    }

    /** Binds everything, as the framework does. */
    void start(CallControl next) {
        control = next;
        media.listener = next::mediaChanged;
        next.bindConnection(wire);
        next.bindMedia(media);
        media.replay();
        next.connectionChanged(new ConnectionChange(Optional.empty(), wire.status()));
        time.run();
    }

    /** Replaces call control in the middle of whatever goes on. */
    void swap() {
        control.stop();
        start(fresh());
    }

    Commands does() {
        return control.commands();
    }

    // --- users ---

    /** What is told of a command that was given just now. */
    <T> CompletableFuture<T> now(CompletableFuture<T> stage) {
        time.run();
        return stage;
    }

    Call dial() {
        return dial("6 0-1");
    }

    Call dial(String number) {
        return now(does().dialling.dial(MINE, number))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    /** An own call that is up. */
    Call talk() {
        return talk("601");
    }

    Call talk(String number) {
        Call call = dial(number);
        receive(Map.of("sdp", "answer " + number, "callid", wireId(call), "code", 200));
        media.connect(call.id());
        time.run();
        assertEquals(CallState.ACTIVE, now(call).state());
        return call;
    }

    /** A call that the user holds, and the PBX knows. */
    Call held() {
        Call call = talk();
        does().holding.hold(call.id());
        time.pass(Duration.ofSeconds(3));
        return call;
    }

    Call invite() {
        return invite("in1@pbx", "44");
    }

    Call invite(String callid, String from) {
        receive(invitation(callid, from));
        return control.board().byWire(MINE, callid).orElseThrow().snapshot();
    }

    Call answered(String callid, String from) {
        Call call = invite(callid, from);
        does().answering.answer(call.id());
        time.run();
        media.connect(call.id());
        time.run();
        assertEquals(CallState.ACTIVE, now(call).state());
        return call;
    }

    // --- the PBX ---

    static Map<String, Object> invitation(String callid, String from) {
        return Map.of(
                "invitesdp",
                "their offer",
                "callid",
                callid,
                "cseq",
                7,
                "from",
                "\"Bob\" <sip:" + from + "@localhost;user=phone>",
                "to",
                "<sip:45@localhost>");
    }

    void receive(Map<String, Object> frame) {
        control.received(MINE, Message.from(frame));
        time.run();
    }

    void list(Map<?, ?>... calls) {
        receive(Map.of("action", "call-state", "calls", List.of(calls)));
    }

    void bye(Call call) {
        receive(Map.of("bye", "true", "callid", wireId(call)));
    }

    static Map<String, Object> listed(Call call, String state) {
        return Map.of("id", wireId(call), "state", state, "callstate", state);
    }

    /** A call between two numbers under an id of the PBX's. */
    static Map<String, Object> row(String id, String from, String to, String state) {
        return Map.of("id", id, "from-number", from, "to-number", to, "state", state, "extension", List.of(from, to));
    }

    void connection(ConnectionState state) {
        wire.state = state;
        control.connectionChanged(new ConnectionChange(Optional.of(wire.status()), wire.status()));
        time.run();
    }

    static String wireId(Call call) {
        return call.id().value();
    }

    // --- what is seen ---

    Call now(Call call) {
        return find(call.id()).orElseThrow(() -> new AssertionError(call.id() + " is over"));
    }

    Optional<Call> find(CallId id) {
        return control.board().list().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    boolean silent(Call call) {
        return media.sessions.get(call.id()).paused();
    }

    /** The call's end, whenever it comes. */
    CompletableFuture<Call> over(Call call) {
        CompletableFuture<Call> ended = new CompletableFuture<>();
        CallBoard board = control.board();
        board.confirmations.await(
                board.leg(call.id()), c -> c.state() == CallState.ENDED, Duration.ofDays(1), "", ended);
        return ended;
    }

    static PbxException assertFails(Reason reason, CompletableFuture<?> stage) {
        PbxException failure = assertInstanceOf(
                PbxException.class,
                assertThrows(ExecutionException.class, () -> stage.get(20, TimeUnit.SECONDS))
                        .getCause());
        assertEquals(reason, failure.reason(), failure.getMessage());
        return failure;
    }

    static List<CallState> states(List<Call> calls) {
        return new ArrayList<>(calls.stream().map(Call::state).toList());
    }
}

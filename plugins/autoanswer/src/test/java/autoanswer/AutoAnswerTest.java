package autoanswer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Calls;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;

class AutoAnswerTest {
    private final BlockingQueue<Object> answered = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> looked = new LinkedBlockingQueue<>();
    private final BlockingQueue<CompletableFuture<Call>> stages = new LinkedBlockingQueue<>();
    private final List<Call> listed = new CopyOnWriteArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Calls calls = calls();
    private AutoAnswer plugin;

    @AfterEach
    void stop() {
        plugin.stop();
    }

    @Test
    void onlyListedNumbersAreAnswered() throws InterruptedException {
        open(new Rule(List.of("40", "+4989*"), List.of(), Duration.ZERO, true));
        ring("a", "41");
        ring("b", "+49891234");
        assertEquals("b", answered());
        listed.clear();
        ring("c", "40");
        assertEquals("c", answered());
    }

    /** "40," is read as two numbers, and one that is withheld is "". */
    @Test
    void blankElementsMeanNobody() throws InterruptedException {
        open(Rule.of(configuration("40", "", " 50 ")));
        ring("a", "");
        ring("b", "50");
        assertEquals("b", answered());
        assertEquals(List.of("demo"), new Rule(List.of(), List.of(" demo", " "), Duration.ZERO, true).accounts());
    }

    @Test
    void notWhileAnotherCallIsUpNorOnOtherAccounts() throws InterruptedException {
        open(new Rule(List.of("*"), List.of("demo"), Duration.ZERO, true));
        listed.add(call("x", "50", CallState.ACTIVE));
        ring("a", "40");
        decided(1);
        listed.clear();
        ring("b", "40");
        assertEquals("b", answered());
    }

    /** The PBX shows it as ringing until the answer has gone out. */
    @Test
    void notWhileAnotherCallIsBeingAnswered() throws InterruptedException {
        open(new Rule(List.of("*"), List.of(), Duration.ZERO, true));
        ring("a", "40");
        assertEquals("a", answered());
        ring("b", "40");
        decided(2);
        fail(PbxException.Reason.REFUSED);
        ring("c", "40");
        assertEquals("c", answered());
    }

    @Test
    void aCallThatStoppedRingingIsLeftAlone() throws InterruptedException {
        open(new Rule(List.of("40"), List.of(), Duration.ZERO, false));
        listed.add(call("a", "40", CallState.CONNECTING));
        hear("a", "40");
        ring("b", "40");
        assertEquals("b", answered());
    }

    /** Transferred to somebody else while it rang. */
    @Test
    void aCallerThatBecameAnotherIsNotAnswered() throws InterruptedException {
        open(new Rule(List.of("40"), List.of(), Duration.ZERO, false));
        listed.add(call("a", "0800", CallState.RINGING));
        hear("a", "40");
        ring("b", "40");
        assertEquals("b", answered());
    }

    @Test
    void theRuleIsTheOneOfTheAnswer() throws InterruptedException {
        open(new Rule(List.of("40"), List.of(), Duration.ZERO, false));
        ring("wait", "40");
        assertEquals("wait", answered());
        ring("a", "40");
        listed.removeIf(call -> call.id().value().equals("wait"));
        plugin.modified(configuration("41"));
        goOn.countDown();
        ring("b", "41");
        assertEquals("b", answered());
    }

    /** What the call control before has promised of it, or failed, counts no more. */
    @Test
    void aCallThatIsToldAgainIsAnsweredByTheSuccessor() throws InterruptedException {
        open(new Rule(List.of("40"), List.of(), Duration.ZERO, true));
        ring("a", "40");
        assertEquals("a", answered());
        fail(PbxException.Reason.STOPPED);
        hear("a", "40");
        assertEquals("a", answered(), "it failed before it was told again");
        hear("a", "40");
        assertEquals("a", answered(), "it has not failed yet");
        fail(PbxException.Reason.STOPPED);
        ring("b", "40");
        decided(4);
        assertTrue(answered.isEmpty(), "the successor is still at it");
    }

    /** A failed answer may show in the call for a moment: it is not tried again for that. */
    @Test
    void aChangeOfACallThatRingsIsNoNewCall() throws InterruptedException {
        open(new Rule(List.of("40"), List.of(), Duration.ZERO, false));
        ring("a", "40");
        assertEquals("a", answered());
        fail(PbxException.Reason.NO_MEDIA);
        Call rings = call("a", "40", CallState.RINGING);
        plugin.callChanged(new CallChange(Optional.of(rings), rings));
        ring("b", "40");
        assertEquals("b", answered());
    }

    @Test
    void whatRingsIsAnsweredOnceItIsWanted() throws InterruptedException {
        open(new Rule(List.of("40"), List.of(), Duration.ZERO, false));
        ring("a", "41");
        ring("b", "40");
        assertEquals("b", answered());
        listed.removeIf(call -> call.id().value().equals("b"));
        plugin.modified(configuration("40", "41"));
        assertEquals("a", answered());
    }

    @Test
    void whatRingsIsAnsweredOnceThereIsCallControl() throws InterruptedException {
        open(new Rule(List.of("40"), List.of(), Duration.ZERO, false));
        plugin.unbind(calls);
        ring("a", "40");
        plugin.bind(calls);
        assertEquals("a", answered());
    }

    private void open(Rule rule) {
        plugin = new AutoAnswer(rule);
        plugin.bind(calls);
    }

    private Calls calls() {
        return (Calls) Proxy.newProxyInstance(
                Calls.class.getClassLoader(), new Class<?>[] {Calls.class}, (self, method, arguments) -> {
                    if (method.getName().equals("list")) {
                        List<Call> list = List.copyOf(listed);
                        looked.add("list");
                        return list;
                    }
                    String id = ((CallId) arguments[0]).value();
                    CompletableFuture<Call> stage = new CompletableFuture<>();
                    stages.add(stage);
                    answered.add(id);
                    if (id.equals("wait")) {
                        goOn.await();
                    }
                    return stage;
                });
    }

    /** Without a delay, the rest as it is if nothing is configured. */
    private static Configuration configuration(String... numbers) {
        return (Configuration) Proxy.newProxyInstance(
                Configuration.class.getClassLoader(),
                new Class<?>[] {Configuration.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "numbers" -> numbers;
                    case "delay" -> 0;
                    default -> method.getDefaultValue();
                });
    }

    private Object answered() throws InterruptedException {
        return answered.poll(30, TimeUnit.SECONDS);
    }

    private void ring(String id, String number) {
        listed.add(call(id, number, CallState.RINGING));
        hear(id, number);
    }

    /** Told as one that rings, whatever is listed. */
    private void hear(String id, String number) {
        plugin.callChanged(new CallChange(Optional.empty(), call(id, number, CallState.RINGING)));
    }

    /** Until the plugin has looked that often: it has when its one thread looks for one more, which is listed nowhere. */
    private void decided(int looks) throws InterruptedException {
        hear("nowhere", "40");
        for (int i = 0; i < looks + 1; i++) {
            assertEquals("list", looked.poll(30, TimeUnit.SECONDS));
        }
    }

    /** What the oldest answer came to. */
    private void fail(PbxException.Reason why) throws InterruptedException {
        stages.poll(30, TimeUnit.SECONDS).completeExceptionally(new PbxException(why, "on purpose"));
    }

    private static Call call(String id, String number, CallState state) {
        return new Call(
                new CallId(new AccountId("demo"), id),
                Direction.IN,
                new Party(number, ""),
                state,
                false,
                false,
                false,
                MediaState.NONE,
                true,
                Instant.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "");
    }
}

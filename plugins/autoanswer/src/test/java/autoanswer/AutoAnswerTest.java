package autoanswer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
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
    private final List<Call> up = new CopyOnWriteArrayList<>();
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
        assertEquals("b", answered.poll(30, TimeUnit.SECONDS));
        ring("c", "40");
        assertEquals("c", answered.poll(30, TimeUnit.SECONDS));
        assertNull(answered.poll(50, TimeUnit.MILLISECONDS));
    }

    @Test
    void notWhileAnotherCallIsUpNorOnOtherAccounts() throws InterruptedException {
        open(new Rule(List.of("*"), List.of("demo"), Duration.ZERO, true));
        up.add(call("x", "50", CallState.ACTIVE));
        ring("a", "40");
        assertEquals("list", looked.poll(20, TimeUnit.SECONDS), "it has looked whether another call is up");
        assertNull(answered.poll(100, TimeUnit.MILLISECONDS));
        up.clear();
        ring("b", "40");
        assertEquals("b", answered.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void aCallThatStoppedRingingIsLeftAlone() throws InterruptedException {
        stopsRingingInTime();
        ring("b", "40");
        assertEquals("b", answered.poll(30, TimeUnit.SECONDS));
    }

    /** Where the machine stands still for longer than it rings, it may be answered: then it is rung again. */
    private void stopsRingingInTime() {
        for (int i = 0; i < 20; i++) {
            open(new Rule(List.of("40"), List.of(), Duration.ofMillis(200), false));
            long rings = System.nanoTime();
            ring("a", "40");
            plugin.callChanged(new CallChange(Optional.empty(), call("a", "40", CallState.CONNECTING)));
            if (System.nanoTime() - rings < TimeUnit.MILLISECONDS.toNanos(150)) {
                return;
            }
            plugin.stop();
            answered.clear();
        }
        throw new AssertionError("this machine never takes less than 150 ms");
    }

    private void open(Rule rule) {
        plugin = new AutoAnswer(rule);
        plugin.calls = (Calls) Proxy.newProxyInstance(
                Calls.class.getClassLoader(), new Class<?>[] {Calls.class}, (self, method, arguments) -> {
                    if (method.getName().equals("list")) {
                        List<Call> list = List.copyOf(up);
                        looked.add("list");
                        return list;
                    }
                    answered.add(((CallId) arguments[0]).value());
                    return new CompletableFuture<Call>();
                });
    }

    private void ring(String id, String number) {
        plugin.callChanged(new CallChange(Optional.empty(), call(id, number, CallState.RINGING)));
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

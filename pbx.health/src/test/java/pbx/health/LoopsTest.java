package pbx.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException;
import pbx.api.call.Call;
import pbx.api.call.Calls;

class LoopsTest {
    private final Cranked writer = new Cranked();
    private final Platform platform = new Platform();
    private final CompletableFuture<Call> answer = new CompletableFuture<>();
    private long now;
    private final Loops loops = new Loops(platform, writer, () -> now);

    @Test
    void aLoopIsAsLateAsItsAnswer() {
        platform.bindCalls(Fake.of(Calls.class, Map.of("mute", answer)));
        loops.look();
        now = Duration.ofMillis(30).toNanos();
        answer.completeExceptionally(new PbxException(PbxException.Reason.UNKNOWN_CALL, "there is no such call"));
        now = Duration.ofSeconds(99).toNanos();
        assertEquals(Map.of("callcontrol", Duration.ofMillis(30)), loops.lags());
    }

    @Test
    void aLoopThatDoesNotAnswerIsLaterAndLaterAndNotAskedTwice() {
        Calls calls = Fake.of(Calls.class, Map.of("mute", answer));
        platform.bindCalls(calls);
        loops.look();
        platform.unbindCalls(calls);
        platform.bindCalls(Fake.of(Calls.class, Map.of())); // fails when it is asked
        now = Duration.ofSeconds(7).toNanos();
        writer.crank();
        assertEquals(Map.of("callcontrol", Duration.ofSeconds(7)), loops.lags());
    }

    @Test
    void aLoopThatIsGoneIsNotTold() {
        Calls calls = Fake.of(Calls.class, Map.of("mute", CompletableFuture.<Call>completedFuture(null)));
        platform.bindCalls(calls);
        loops.look();
        assertEquals(Map.of("callcontrol", Duration.ZERO), loops.lags());
        platform.unbindCalls(calls);
        writer.crank();
        assertEquals(Map.of(), loops.lags());
        assertEquals(1, writer.later.size(), "it goes on looking");
    }
}

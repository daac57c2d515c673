package pbx.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pbx.api.call.CallId;
import pbx.listeners.Writer;

class ClaimsTest {
    private static final CallId MINE = Stage.call("mine");
    private static final CallId ANOTHER = Stage.call("another");

    private final List<Runnable> timers = new ArrayList<>();
    private final List<CallId> closed = new ArrayList<>();
    private final Claims claims = new Claims(new AtOnce(), () -> Set.of(MINE, ANOTHER), closed::add);

    private final class AtOnce implements Writer {
        @Override
        public void post(Runnable work) {
            work.run();
        }

        @Override
        public Timer after(Duration delay, Runnable work) {
            timers.add(work);
            return () -> timers.remove(work);
        }

        @Override
        public void close() {}
    }

    /** Whoever else listens to the sound controls nothing: the microphone would stay open for ever. */
    @Test
    void theCallsOfABundleThatIsGoneAreClosedWhoeverElseListens() {
        claims.claimed(MINE, "callcontrol");
        claims.claimed(ANOTHER, "dialler");
        claims.gone("callcontrol");
        List.copyOf(timers).forEach(Runnable::run);
        assertEquals(List.of(MINE), closed);
    }

    @Test
    void butNotIfItsSuccessorClaimsThem() {
        claims.claimed(MINE, "callcontrol");
        claims.gone("callcontrol");
        claims.claimed(MINE, "callcontrol");
        List.copyOf(timers).forEach(Runnable::run);
        assertEquals(List.of(), closed);
    }
}

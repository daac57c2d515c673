package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pbx.webrtc.AudioEngine.EngineException;
import pbx.webrtc.AudioEngine.Event;
import pbx.webrtc.AudioEngine.State;

class ConditionTest {
    private final List<Event> events = new ArrayList<>();
    private final Picture picture = new Picture("a", events::add);

    @Test
    void aFailedTransportSaysWhatToDoAndARepairedOneNothing() {
        Condition condition = new Condition(picture, () -> true);
        condition.lookAtNetwork();
        condition.changed(State.FAILED);
        assertTrue(problem().contains("firewall"), problem());
        condition.changed(State.CONNECTED);
        assertEquals(Optional.empty(), picture.session().problem());
        assertEquals(List.of(Event.CHANGED, Event.CHANGED), events);
    }

    @Test
    void withoutANetworkThatIsTheReasonOfTheFailure() {
        Condition condition = new Condition(picture, () -> false);
        condition.lookAtNetwork();
        condition.changed(State.FAILED);
        assertTrue(problem().contains("loopback"), problem());
    }

    @Test
    void aStuckConnectionIsNotNegotiatedAnyMore() {
        Condition condition = new Condition(picture, () -> true);
        condition.requireNegotiable();
        condition.stuck();
        assertThrows(EngineException.class, condition::requireNegotiable);
        assertTrue(problem().contains("Hang up and call again"), problem());
    }

    private String problem() {
        return picture.session().problem().orElse("");
    }
}

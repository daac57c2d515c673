package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import pbx.api.presence.PresenceState;

class SceneTest {
    private final Deque<Runnable> edt = new ArrayDeque<>();
    private final Scene scene = new Scene(edt::add);
    private final List<Desk> drawn = new ArrayList<>();

    @Test
    void withoutAWindowTheEdtIsNeverAsked() {
        tell("40");
        assertTrue(edt.isEmpty());
        assertEquals(1, scene.desk().presences().size());
    }

    @Test
    void aWindowBeginsWithWhatIsKnown() {
        tell("40");
        scene.show(drawn::add);
        run();
        assertEquals(1, drawn.get(0).presences().size());
    }

    @Test
    void muchToldAtOnceIsDrawnOnceAndComplete() {
        scene.show(drawn::add);
        run();
        for (int number = 0; number < 100; number++) {
            tell(String.valueOf(number));
        }
        assertEquals(1, edt.size());
        run();
        assertEquals(2, drawn.size());
        assertEquals(100, drawn.get(1).presences().size());
    }

    @Test
    void aHiddenWindowDrawsNoMore() {
        scene.show(drawn::add);
        scene.hide();
        run();
        tell("40");
        assertTrue(drawn.isEmpty());
        assertTrue(edt.isEmpty());
    }

    private void tell(String number) {
        scene.change(desk -> desk.with(Samples.seen(Samples.person(number, "", PresenceState.IDLE))));
    }

    private void run() {
        while (!edt.isEmpty()) {
            edt.remove().run();
        }
    }
}

package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.util.List;
import java.util.Map;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.call.Party;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;

/** The directory in use: who is first, parts of it, what Enter does, and a call drawn onto somebody by the mouse. */
@ExtendWith(Display.class)
class PeopleWindowTest {
    private static final Party ADA = new Party("40", "Ada Lovelace");

    @Test
    void aRingingColleagueIsPickedUpByEnter() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).people()) {
            Driver.select("directory", 2);
            assertEquals("Pick up", Driver.caption("directory.act"));
            Driver.key("directory", "ENTER");
            assertEquals("pickUp demo 42", open.calls.asked());
            Driver.select("directory", 0);
            assertEquals("Call", Driver.caption("directory.act"));
        }
    }

    @Test
    void favouritesComeFirstAndAreKeptInTheConfiguration() throws Exception {
        FakePages pages = new FakePages();
        try (OpenPhone open = new OpenPhone().registered(true).people()) {
            open.phone.use(pages);
            assertEquals("40", number(0));
            Driver.menu("directory", 3, "person.mark");
            assertEquals("pbx.ui.swing {favourites=43}", pages.asked());
            open.phone.modified(kept(Map.of("favourites", new String[] {"43"})));
            OpenPhone.drawn();
            assertEquals("43", number(0));
            assertEquals("40", number(1));
            choose(Section.FAVOURITES);
            assertEquals(1, size());
        }
    }

    @Test
    void aGroupOfTheConfigurationIsAPartOfTheDirectory() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).people()) {
            open.phone.modified(kept(Map.of("groups", new String[] {"Sales: 41 43"})));
            OpenPhone.drawn();
            choose(new Section("", java.util.Optional.empty(), "Sales"));
            assertEquals(List.of("41", "43"), List.of(number(0), number(1)));
            assertEquals(2, size());
            assertTrue(open.calls.unasked());
        }
    }

    @Test
    void aCallIsDrawnOntoSomebodyAndOntoAnOrbit() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).people()) {
            open.phone.presenceChanged(Samples.seen(new Presence(
                    Samples.DEMO,
                    "700",
                    "",
                    Presence.Kind.ORBIT,
                    PresenceState.IDLE,
                    true,
                    false,
                    false,
                    List.of(),
                    Map.of())));
            open.call(Samples.talking("1", ADA));
            drag("call.1", 3);
            assertEquals("transfer 1 43", open.calls.asked());
            drag("call.1", 7);
            assertEquals("park 1 700", open.calls.asked());
        }
    }

    @Test
    void whatCanBeDoneIsInTheMenuToo() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).people().call(Samples.talking("1", ADA))) {
            Driver.menu("directory", 3, "person.handOver");
            assertEquals("transfer 1 43", open.calls.asked());
            Driver.menu("directory", 3, "person.dial");
            assertEquals("dial demo 43", open.calls.asked());
        }
    }

    private static Settings kept(Map<String, Object> values) {
        Map<String, Object> all = new java.util.HashMap<>(Map.of("theme", "light", "language", "en"));
        all.putAll(values);
        return Samples.settings(Settings.class, all);
    }

    private static void choose(Section section) {
        Driver.doOnEdt(() -> Driver.get(JComboBox.class, "section").setSelectedItem(section));
    }

    private static String number(int index) {
        return Driver.onEdt(() ->
                ((Person) list().getModel().getElementAt(index)).presence().number());
    }

    private static int size() {
        return Driver.onEdt(() -> list().getModel().getSize());
    }

    private static JList<?> list() {
        return Driver.get(JList.class, "directory");
    }

    /** With the real mouse. */
    private static void drag(String card, int row) throws Exception {
        Point from = Driver.onEdt(() -> {
            JComponent shown = Driver.get(JComponent.class, card);
            Point corner = new Point(8, 8);
            SwingUtilities.convertPointToScreen(corner, shown);
            return corner;
        });
        Point to = Driver.onEdt(() -> {
            Rectangle cell = list().getCellBounds(row, row);
            Point middle = new Point(cell.x + cell.width / 2, cell.y + cell.height / 2);
            SwingUtilities.convertPointToScreen(middle, list());
            return middle;
        });
        Robot robot = new Robot();
        robot.mouseMove(from.x, from.y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseMove((from.x + to.x) / 2, (from.y + to.y) / 2);
        robot.mouseMove(to.x, to.y);
        robot.waitForIdle();
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        robot.waitForIdle();
    }
}

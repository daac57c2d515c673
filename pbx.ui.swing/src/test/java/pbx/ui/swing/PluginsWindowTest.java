package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Window;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.PbxException;
import pbx.api.call.Party;
import pbx.api.view.CallAction;
import pbx.api.view.PersonAction;
import pbx.api.view.View;

/** What plugins add to a call, to a person and to the window; the panel that every face draws is {@link ViewsWindowTest}'s. */
@ExtendWith(Display.class)
class PluginsWindowTest {
    private static final String HOSTILE = "<html><b>Open";
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    @Test
    void actionsOnACallAndOnAPersonComeAreDoneAndGo() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CallAction open = call -> {
            asked.add("open " + call.remote().number() + " " + isEdt());
            return "<html>opened";
        };
        CallAction failing = call -> {
            throw new PbxException(PbxException.Reason.REFUSED, "the CRM is closed");
        };
        CallAction waiting = call -> {
            try {
                slow.await();
            } catch (InterruptedException e) {
                asked.add("let go");
            }
            return "";
        };
        PersonAction visit = person -> {
            asked.add("visit " + person.number());
            return "";
        };
        try (OpenPhone phone = new OpenPhone().registered(true).people()) {
            phone.call(Samples.talking("1", new Party("0891234", "Ada")));
            assertFalse(Driver.shows("call.more"));
            phone.phone.bindCallAction(open, Map.of(CallAction.LABEL, HOSTILE));
            phone.phone.bindCallAction(failing, Map.of(CallAction.LABEL, "Fail"));
            phone.phone.bindCallAction(waiting, Map.of(CallAction.LABEL, "Wait"));
            phone.phone.bindCallAction(call -> "", Map.of(CallAction.LABEL, "Rings", CallAction.STATES, "RINGING"));
            phone.phone.bindPersonAction(visit, Map.of(CallAction.LABEL, "Visit"));
            OpenPhone.drawn();
            choose("Wait"); // it never comes back, and nothing else minds
            open();
            assertEquals(List.of("call.plugin " + HOSTILE, "call.plugin Fail", "call.plugin Wait"), offered());
            Driver.click("call.plugin " + HOSTILE);
            assertEquals("open 0891234 false", asked.poll(30, TimeUnit.SECONDS));
            Driver.eventually("the answer", () -> Driver.find(JLabel.class, "notice")
                    .filter(label -> label.getText().equals("<html>opened"))
                    .isPresent());
            choose("Fail");
            Driver.eventually("the failure", () -> Driver.find(JLabel.class, "notice")
                    .filter(label -> label.getText().equals("the CRM is closed"))
                    .isPresent());
            Driver.menu("directory", 0, "person.plugin Visit");
            assertEquals("visit 40", asked.poll(30, TimeUnit.SECONDS));
            phone.phone.unbindCallAction(waiting);
            assertEquals("let go", asked.poll(30, TimeUnit.SECONDS));
            phone.phone.unbindCallAction(open);
            phone.phone.unbindCallAction(failing);
            OpenPhone.drawn();
            assertFalse(Driver.shows("call.more"));
        }
    }

    @Test
    void aSwingPluginsComponentHasATabForAsLongAsItIsThere() throws Exception {
        Supplier<JComponent> good = () -> {
            JTextArea area = new JTextArea("a map of the building, " + isEdt());
            area.setName("map");
            return area;
        };
        Supplier<JComponent> bad = () -> {
            throw new NoClassDefFoundError("map/Tiles");
        };
        try (OpenPhone phone = new OpenPhone().registered(true)) {
            phone.phone.bindComponent(good, Map.of(View.TITLE, HOSTILE));
            phone.phone.bindComponent(bad, Map.of(View.TITLE, "Broken"));
            OpenPhone.drawn();
            Driver.turn("views", 1);
            assertEquals("a map of the building, true", Driver.onEdt(() -> Driver.get(JTextArea.class, "map")
                    .getText()));
            Driver.turn("views", 2);
            assertTrue(Driver.onEdt(() ->
                            Driver.get(JTextArea.class, "component.problem").getText())
                    .contains("map/Tiles"));
            phone.phone.unbindComponent(good);
            phone.phone.unbindComponent(bad);
            OpenPhone.drawn();
            assertFalse(Driver.shows("views"));
            assertTrue(Driver.shows("number"));
        }
    }

    private static boolean isEdt() {
        return javax.swing.SwingUtilities.isEventDispatchThread();
    }

    private static void open() {
        Driver.click("call.more");
        Driver.eventually("the menu", () -> !names().isEmpty());
    }

    private static void choose(String label) {
        open();
        Driver.click("call.plugin " + label);
    }

    /** What the open menu offers. */
    private static List<String> offered() {
        return Driver.onEdt(PluginsWindowTest::names);
    }

    private static List<String> names() {
        return Stream.of(Window.getWindows())
                .filter(Window::isShowing)
                .flatMap(Driver::all)
                .filter(Component::isShowing)
                .map(Component::getName)
                .filter(name -> name != null && name.startsWith("call.plugin "))
                .distinct()
                .toList();
    }
}

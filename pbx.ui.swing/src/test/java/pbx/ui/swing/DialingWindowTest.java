package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.PbxException;
import pbx.api.call.Party;

@ExtendWith(Display.class)
class DialingWindowTest {
    @Test
    void filtersAsOneTypesAndEnterDialsTheFirst() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).people()) {
            assertEquals(7, listed());
            Driver.type("search", "hopp");
            assertEquals(1, listed());
            Driver.key("search", "ENTER");
            assertEquals("dial demo 41", open.calls.asked());
            Driver.key("search", "ESCAPE");
            assertEquals(7, listed());
        }
    }

    @Test
    void aDoubleClickDials() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).people()) {
            Driver.doOnEdt(() -> doubleClick(3));
            assertEquals("dial demo 43", open.calls.asked());
        }
    }

    @Test
    void theSelectionStaysWithThePersonWhenTheListChanges() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).people()) {
            Driver.doOnEdt(() -> list().setSelectedIndex(4));
            open.phone.presenceChanged(Samples.seen(Samples.person("39", "New", pbx.api.presence.PresenceState.IDLE)));
            OpenPhone.drawn();
            assertEquals(5, Driver.onEdt(() -> list().getSelectedIndex()));
            Driver.key("directory", "ENTER");
            assertEquals("dial demo 44", open.calls.asked());
        }
    }

    @Test
    void thePadTypesAndTheButtonDials() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            Driver.click("pad.6");
            Driver.click("pad.0");
            Driver.click("pad.#");
            Driver.click("dial");
            assertEquals("dial demo 60#", open.calls.asked());
            awaitText("");
        }
    }

    @Test
    void inACallThePadSendsTones() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).call(Samples.talking("1", new Party("40", "Ada")))) {
            assertFalse(Driver.shows("pad.*")); // calls have the room, until the keys are asked for
            Driver.click("pad");
            assertEquals("Keys send tones to Ada", Driver.text("dial.tones"));
            Driver.click("pad.*");
            assertEquals("press 1 *", open.calls.asked());
            assertEquals("", Driver.onEdt(() -> Driver.get(JTextField.class, "number")
                    .getText()));
        }
    }

    @Test
    void aRefusalIsSaidInTheStatusBarAndTheNumberStays() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.calls.answers(CompletableFuture.failedFuture(
                    new PbxException(PbxException.Reason.INVALID, "<html>\"x\" is no number")));
            Driver.type("number", "x");
            CompletableFuture<String> notice = Driver.onEdt(() -> nextText("notice"));
            Driver.key("number", "ENTER");
            assertEquals("dial demo x", open.calls.asked());
            assertEquals("<html>\"x\" is no number", notice.get(20, TimeUnit.SECONDS));
            assertTrue(Driver.shows("notice"));
            assertEquals("x", Driver.onEdt(() -> Driver.get(JTextField.class, "number")
                    .getText()));
        }
    }

    @Test
    void aSecondPressWhileTheFirstIsOnItsWayIsNoSecondCall() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.calls.answers(new CompletableFuture<>());
            Driver.type("number", "601");
            Driver.key("number", "ENTER");
            Driver.key("number", "ENTER");
            Driver.click("dial");
            assertEquals("dial demo 601", open.calls.asked());
            Driver.click("pad.1");
            assertTrue(open.calls.unasked());
        }
    }

    @Test
    void withoutAnAccountItSaysWhereToAddOne() throws Exception {
        try (OpenPhone open = new OpenPhone()) {
            assertTrue(Driver.shows("account.none"));
            Driver.type("number", "601");
            CompletableFuture<String> notice = Driver.onEdt(() -> nextText("notice"));
            Driver.click("dial");
            assertTrue(notice.get(20, TimeUnit.SECONDS).startsWith("There is no account to call from"));
            assertTrue(open.calls.unasked());
            assertFalse(Driver.shows("from"));
        }
    }

    private static void awaitText(String expected) throws Exception {
        CompletableFuture<Void> cleared = new CompletableFuture<>();
        Driver.doOnEdt(() -> {
            JTextField number = Driver.get(JTextField.class, "number");
            Runnable look = () -> {
                if (number.getText().equals(expected)) {
                    cleared.complete(null);
                }
            };
            Typing.onChange(number, look);
            look.run();
        });
        cleared.get(20, TimeUnit.SECONDS);
    }

    /** The next text of a label that may not be on the screen yet. */
    private static CompletableFuture<String> nextText(String name) {
        CompletableFuture<String> next = new CompletableFuture<>();
        Driver.window().stream()
                .flatMap(Driver::all)
                .filter(c -> c instanceof JLabel && name.equals(c.getName()))
                .forEach(c -> c.addPropertyChangeListener("text", e -> next.complete((String) e.getNewValue())));
        return next;
    }

    private static void doubleClick(int index) {
        JList<?> list = list();
        Rectangle cell = list.getCellBounds(index, index);
        int x = cell.x + 20;
        int y = cell.y + cell.height / 2;
        list.setSelectedIndex(index);
        list.dispatchEvent(new MouseEvent(
                list, MouseEvent.MOUSE_CLICKED, 0, InputEvent.BUTTON1_DOWN_MASK, x, y, 2, false, MouseEvent.BUTTON1));
    }

    private static int listed() {
        return Driver.onEdt(() -> list().getModel().getSize());
    }

    private static JList<?> list() {
        return Driver.get(JList.class, "directory");
    }
}

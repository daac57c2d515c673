package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.ListCellRenderer;
import javax.swing.plaf.basic.BasicHTML;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.AccountId;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionState;

@ExtendWith(Display.class)
class StatusWindowTest {
    @Test
    void warnsWhileTheWireIsNotSafe() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(false)) {
            assertEquals("45@localhost · registered", Driver.text("account.demo"));
            assertEquals("⚠ Not encrypted", Driver.text("insecure.demo"));
            open.registered(true);
            assertFalse(Driver.shows("insecure.demo"));
        }
    }

    @Test
    void saysWhatIsWrongAndForgetsAnAccountThatIsGone() throws Exception {
        try (OpenPhone open = new OpenPhone()) {
            open.phone.connectionChanged(
                    Samples.told(Samples.status(ConnectionState.REFUSED, true, "<html>Set the password.")));
            OpenPhone.drawn();
            assertEquals("45@localhost · refused", Driver.text("account.demo"));
            assertEquals("<html>Set the password.", Driver.onEdt(() -> Driver.get(JTextArea.class, "problem.demo")
                    .getText()));
            open.phone.connectionChanged(Samples.told(Samples.status(ConnectionState.CLOSED, true, "")));
            OpenPhone.drawn();
            assertFalse(Driver.shows("account.demo"));
            assertTrue(Driver.shows("account.none"));
        }
    }

    @Test
    void doNotDisturbIsAskedForAndShownOnlyWhenThePbxShowsIt() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true).people()) {
            Driver.click("dnd.demo");
            assertEquals("dnd demo true", open.presences.asked());
            assertFalse(Driver.onEdt(
                    () -> Driver.get(AbstractButton.class, "dnd.demo").isSelected()));
            open.phone.presenceChanged(
                    Samples.seen(Samples.person("45", "Jürgen Müller", pbx.api.presence.PresenceState.IDLE, true)));
            OpenPhone.drawn();
            assertTrue(Driver.onEdt(
                    () -> Driver.get(AbstractButton.class, "dnd.demo").isSelected()));
            Driver.click("dnd.demo");
            assertEquals("dnd demo false", open.presences.asked());
        }
    }

    @Test
    void withTwoAccountsOneChoosesWhichDials() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            open.phone.connectionChanged(
                    Samples.told(Samples.status(new AccountId("second"), "46", ConnectionState.REGISTERED, true, "")));
            OpenPhone.drawn();
            Driver.doOnEdt(() -> Driver.get(JComboBox.class, "from").setSelectedIndex(1));
            Driver.type("number", "601");
            Driver.click("dial");
            assertEquals("dial second 601", open.calls.asked());
        }
    }

    @Test
    void aNameIsNeverMarkup() throws Exception {
        try (OpenPhone open = new OpenPhone()
                .registered(true)
                .people()
                .call(Samples.incoming("1", new Party("<html>1", Samples.HOSTILE)))) {
            assertEquals(Samples.HOSTILE, Driver.text("call.who"));
            Driver.doOnEdt(() -> {
                List<Component> shown =
                        Driver.all(Driver.window().orElseThrow()).toList();
                shown.forEach(StatusWindowTest::assertNoMarkup);
                assertRowsHaveNoMarkup();
            });
            assertTrue(open.calls.unasked());
        }
    }

    @Test
    void everyControlHasANameForThoseWhoHearTheScreen() throws Exception {
        try (OpenPhone open = new OpenPhone()
                .registered(true)
                .people()
                .call(Samples.incoming("1", new Party("40", "Ada")))
                .call(Samples.talking("2", new Party("41", "Bob")))) {
            Driver.doOnEdt(() -> Driver.all(Driver.window().orElseThrow())
                    .filter(StatusWindowTest::isControl)
                    .forEach(control -> {
                        String name = control.getAccessibleContext().getAccessibleName();
                        assertFalse(name == null || name.isBlank(), () -> "no accessible name: " + control);
                    }));
            assertTrue(open.calls.unasked());
        }
    }

    private static boolean isControl(Component c) {
        boolean named = c.getName() != null;
        return named
                && c.isShowing()
                && (c instanceof AbstractButton
                        || c instanceof JTextField
                        || c instanceof JList
                        || c instanceof JComboBox);
    }

    private static void assertRowsHaveNoMarkup() {
        @SuppressWarnings("unchecked") // the window's only list of people
        JList<Person> list = Driver.get(JList.class, "directory");
        ListCellRenderer<? super Person> renderer = list.getCellRenderer();
        int literal = 0;
        for (int i = 0; i < list.getModel().getSize(); i++) {
            Person person = list.getModel().getElementAt(i);
            List<Component> row = Driver.all(renderer.getListCellRendererComponent(list, person, i, false, false))
                    .toList();
            row.forEach(StatusWindowTest::assertNoMarkup);
            literal += (int) row.stream()
                    .filter(c -> c instanceof JLabel label && Samples.HOSTILE.equals(label.getText()))
                    .count();
        }
        assertEquals(1, literal);
    }

    private static void assertNoMarkup(Component c) {
        if (c instanceof JComponent component) {
            assertNull(component.getClientProperty(BasicHTML.propertyKey), () -> "rendered as markup: " + component);
        }
    }
}

package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.call.Calls;
import pbx.api.call.Party;
import pbx.api.history.History;
import pbx.api.media.Devices;
import pbx.api.media.Qualities;
import pbx.api.message.Chats;
import pbx.api.message.Voicemails;
import pbx.api.presence.Presences;
import pbx.api.settings.Pages;

/** Every control on every page: named for those who hear the screen, reached without a mouse, and never waiting for a service. */
@ExtendWith(Display.class)
class ControlsWindowTest {
    private static final int PAGES = 4;
    /** The status bar's and a form's alone are as many. */
    private static final int LEAST = 5;

    private static final Party ADA = new Party("40", "Ada Lovelace");

    @Test
    void areNamedAndReachedByKeys() throws Exception {
        try (OpenPhone open = full(new OpenPhone())) {
            for (int page = 0; page < PAGES; page++) {
                int shown = page;
                Driver.doOnEdt(() -> Driver.get(JTabbedPane.class, "pages").setSelectedIndex(shown));
                OpenPhone.drawn();
                assertEquals(List.of(), Driver.onEdt(() -> wrong(Driver.window().orElseThrow())));
            }
            assertTrue(open.calls.unasked());
        }
    }

    @Test
    void ofTheSettingsToo() throws Exception {
        try (OpenPhone open = full(new OpenPhone())) {
            open.phone.use(new FakePages());
            open.phone.use(new Noted().service(Devices.class, Map.of("chosen", Devices.DEFAULT)));
            Driver.click("settings.open");
            Driver.await("devices.MICROPHONE");
            assertEquals(List.of(), Driver.onEdt(ControlsWindowTest::wrongInSettings));
            Driver.eventually(
                    "pages",
                    () -> Driver.get(JList.class, "settings").getModel().getSize() == 4);
            Driver.select("settings", 2);
            assertEquals(List.of(), Driver.onEdt(ControlsWindowTest::wrongInSettings));
        }
    }

    @Test
    void ofTheFirstStartToo() throws Exception {
        try (OpenPhone open = new OpenPhone()) {
            Driver.await("welcome");
            assertEquals(List.of(), Driver.onEdt(() -> wrong(Driver.window().orElseThrow())));
            assertTrue(open.calls.unasked());
        }
    }

    @Test
    void noneOfThemAsksAServiceOnTheEdt() throws Exception {
        Noted noted = new Noted();
        try (OpenPhone open = full(new OpenPhone())) {
            for (Class<?> kind : List.of(
                    Calls.class,
                    Presences.class,
                    History.class,
                    Voicemails.class,
                    Chats.class,
                    Devices.class,
                    Qualities.class,
                    Pages.class)) {
                open.phone.use(noted.service(kind, Map.of()));
            }
            for (int page = 0; page < PAGES; page++) {
                int shown = page;
                Driver.doOnEdt(() -> Driver.get(JTabbedPane.class, "pages").setSelectedIndex(shown));
                Driver.doOnEdt(ControlsWindowTest::pressEverything);
            }
            assertTrue(!noted.asked().equals("nothing was asked"));
            assertEquals(
                    Set.of(),
                    noted.threads.stream()
                            .filter(thread -> thread.startsWith("AWT-"))
                            .collect(java.util.stream.Collectors.toSet()));
        }
    }

    private static OpenPhone full(OpenPhone open) {
        open.registered(true).people();
        open.phone.historyChanged(MailSamples.history(MailSamples.missed("1", ADA)));
        open.phone.voicemailChanged(MailSamples.mailbox(ADA));
        return open.call(Samples.talking("1", ADA)).call(Samples.incoming("2", new Party("41", "Grace")));
    }

    /** Not the ones that open a dialog, which would wait here. */
    private static void pressEverything() {
        List<AbstractButton> buttons = Driver.all(Driver.window().orElseThrow())
                .filter(c -> c instanceof AbstractButton && c.isShowing() && c.isEnabled() && c.getName() != null)
                .map(AbstractButton.class::cast)
                .filter(button -> !button.getName().equals("history.export"))
                .toList();
        Driver.all(Driver.window().orElseThrow())
                .filter(c -> c instanceof JList<?> && c.isShowing())
                .forEach(c -> ((JList<?>) c).setSelectedIndex(0));
        buttons.forEach(button -> button.doClick(0));
    }

    private static List<String> wrongInSettings() {
        for (Frame frame : Frame.getFrames()) {
            if ("settings.window".equals(frame.getName()) && frame.isShowing()) {
                return wrong(frame);
            }
        }
        return List.of("there is no settings window");
    }

    private static List<String> wrong(Frame frame) {
        Set<Component> reached = reached(frame);
        List<String> wrong = new ArrayList<>();
        List<Component> controls =
                Driver.all(frame).filter(ControlsWindowTest::isControl).toList();
        assertTrue(controls.size() >= LEAST, () -> "only " + controls);
        controls.forEach(control -> {
            String name = ((Accessible) control).getAccessibleContext().getAccessibleName();
            if (name == null || name.isBlank()) {
                wrong.add("no name: " + control.getClass().getSimpleName() + " " + control.getName());
            }
            boolean mnemonic = control instanceof AbstractButton button && button.getMnemonic() != 0;
            if (!reached.contains(control) && !mnemonic) {
                wrong.add("not reached: " + control.getClass().getSimpleName() + " " + control.getName());
            }
        });
        return wrong;
    }

    /** All that the tab key comes to. */
    private static Set<Component> reached(Frame frame) {
        Set<Component> reached = new HashSet<>();
        var policy = frame.getFocusTraversalPolicy();
        for (Component c = policy.getFirstComponent(frame);
                c != null && reached.add(c);
                c = policy.getComponentAfter(frame, c)) {
            // go on until it begins anew
        }
        return reached;
    }

    /** Of parts of a control, such as a box's arrow, the control itself counts. */
    private static boolean isControl(Component c) {
        boolean control = c instanceof AbstractButton
                || (c instanceof JTextComponent field && field.isEditable())
                || c instanceof JList
                || c instanceof JTabbedPane
                || c instanceof JComboBox;
        return control && c.isShowing() && c.isEnabled() && !partOfAnother(c.getParent());
    }

    private static boolean partOfAnother(Container parent) {
        return parent instanceof JComboBox
                || parent instanceof JTextComponent
                || parent instanceof javax.swing.JScrollBar
                || parent instanceof JTabbedPane
                || parent instanceof javax.swing.JSplitPane
                || (parent != null && parent.getClass().getName().contains("SplitPaneDivider"));
    }
}

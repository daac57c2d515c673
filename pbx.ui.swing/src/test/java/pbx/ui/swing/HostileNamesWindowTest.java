package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.ListCellRenderer;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.call.Party;
import pbx.api.presence.PresenceState;

/** Whatever a caller is called, every view shows it as text, on one line, in its place. */
@ExtendWith(Display.class)
class HostileNamesWindowTest {
    private static final int PAGES = 4;
    /** Marks that turn the direction of what follows. */
    private static final String TURNS = "[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]";

    private static final List<String> NAMES = List.of(
            Samples.HOSTILE,
            "\u202egnp.exe\u202c שלום \u2067مرحبا\u2069\n\u0007second line",
            "👩‍💻🚀🧑🏽‍🚒".repeat(30) + "\ud800",
            "W".repeat(500));

    @Test
    void areTextInEveryView() throws Exception {
        try (OpenPhone open = new OpenPhone().registered(true)) {
            Dimension before = Driver.onEdt(() -> Driver.window().orElseThrow().getSize());
            for (String name : NAMES) {
                tell(open, new Party("+15555550100", name, name));
                for (int page = 0; page < PAGES; page++) {
                    int shown = page;
                    Driver.doOnEdt(() -> Driver.get(JTabbedPane.class, "pages").setSelectedIndex(shown));
                    open.phone.chatChanged(MailSamples.chat("40", name, "page " + page));
                    OpenPhone.drawn();
                    Driver.doOnEdt(HostileNamesWindowTest::check);
                }
            }
            assertEquals(
                    before, Driver.onEdt(() -> Driver.window().orElseThrow().getSize()));
            assertTrue(open.calls.unasked());
        }
    }

    private static void tell(OpenPhone open, Party who) {
        open.phone.presenceChanged(Samples.seen(Samples.person("40", who.name(), PresenceState.TALKING, who)));
        open.phone.historyChanged(MailSamples.history(MailSamples.missed("1", who)));
        open.phone.voicemailChanged(MailSamples.mailbox(who));
        open.call(Samples.incoming("1", who)).call(Samples.talking("2", who)).call(Samples.ended("3", who));
    }

    private static void check() {
        for (Frame frame : Frame.getFrames()) {
            if (frame.isShowing()) {
                frame.validate();
                frame.paint(new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB)
                        .createGraphics());
                Driver.all(frame).filter(Component::isShowing).forEach(HostileNamesWindowTest::check);
            }
        }
    }

    private static void check(Component c) {
        if (c instanceof JComponent component) {
            assertNull(component.getClientProperty(BasicHTML.propertyKey), () -> "rendered as markup: " + c);
            assertTrue(component.getToolTipText() == null
                    || !component.getToolTipText().startsWith("<html"));
        }
        if (c instanceof JList<?> list) {
            rows(list);
        }
        check(text(c));
        check(c instanceof Accessible a ? a.getAccessibleContext().getAccessibleName() : null);
    }

    private static <T> void rows(JList<T> list) {
        ListCellRenderer<? super T> renderer = list.getCellRenderer();
        for (int i = 0; i < list.getModel().getSize(); i++) {
            T row = list.getModel().getElementAt(i);
            Driver.all(renderer.getListCellRendererComponent(list, row, i, false, false))
                    .forEach(HostileNamesWindowTest::check);
        }
    }

    private static void check(String text) {
        if (text != null) {
            assertTrue(text.replaceAll(TURNS, "").equals(text), () -> "turns the line: " + text);
            assertTrue(text.length() < 2000, () -> "endless: " + text.length());
        }
    }

    private static String text(Component c) {
        return c instanceof JLabel label
                ? label.getText()
                : c instanceof AbstractButton button
                        ? button.getText()
                        : c instanceof JTextComponent field ? field.getText() : null;
    }
}

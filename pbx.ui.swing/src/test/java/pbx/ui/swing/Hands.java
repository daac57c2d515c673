package pbx.ui.swing;

import java.awt.AWTEvent;
import java.awt.AWTException;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.AWTEventListener;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** A robot's mouse and keyboard: what they do goes through the display server, as a user's would, and has arrived on return. */
final class Hands {
    private static final Robot ROBOT = robot();

    private Hands() {}

    private static Robot robot() {
        try {
            return new Robot();
        } catch (AWTException e) {
            throw new IllegalStateException("the display has no robot", e);
        }
    }

    /** Presses the left button in the middle of the component. */
    static void click(Supplier<? extends Component> component) {
        click(component, InputEvent.BUTTON1_DOWN_MASK, c -> new Rectangle(c.getSize()));
    }

    /** Where in the component: a row, a tab. */
    interface Spot<C> {
        Rectangle in(C component);
    }

    static <C extends Component> void click(Supplier<C> component, int button, Spot<C> spot) {
        Point at = Driver.onEdt(() -> at(component.get(), spot));
        ROBOT.mouseMove(at.x, at.y);
        arrives(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, () -> {
            ROBOT.mousePress(button);
            ROBOT.mouseRelease(button);
        });
    }

    private static <C extends Component> Point at(C component, Spot<C> spot) {
        Rectangle area = spot.in(component);
        if (component instanceof JComponent shown) {
            shown.scrollRectToVisible(area);
            area = area.intersection(shown.getVisibleRect());
        }
        if (area.isEmpty()) {
            throw new AssertionError("not to be seen: " + component.getName());
        }
        Point middle = new Point(area.x + area.width / 2, area.y + area.height / 2);
        SwingUtilities.convertPointToScreen(middle, component);
        return middle;
    }

    /** Puts the focus there and strikes the key. */
    static void key(Supplier<? extends Component> focused, String stroke) {
        focus(focused);
        strike(KeyStroke.getKeyStroke(stroke));
    }

    static void focus(Supplier<? extends Component> component) {
        Driver.doOnEdt(() -> component.get().requestFocus());
        Driver.eventually("the focus", () -> component.get().isFocusOwner());
    }

    /** Replaces what stands in the field by the text, key by key. */
    static void type(Supplier<? extends Component> field, String text) {
        focus(field);
        strike(KeyStroke.getKeyStroke("ctrl A"));
        strike(KeyStroke.getKeyStroke("DELETE"));
        if (text.chars().allMatch(Hands::hasKey)) {
            text.chars().forEach(c -> strike(stroke((char) c)));
        } else {
            // There is no key for it on an American keyboard: pasted, as by people.
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
            strike(KeyStroke.getKeyStroke("ctrl V"));
        }
    }

    private static boolean hasKey(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == ' ' || c == '.');
    }

    private static KeyStroke stroke(char c) {
        return KeyStroke.getKeyStroke(
                KeyEvent.getExtendedKeyCodeForChar(c), Character.isUpperCase(c) ? InputEvent.SHIFT_DOWN_MASK : 0);
    }

    /** Strikes the key wherever the focus is. */
    static void strike(KeyStroke key) {
        arrives(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED, () -> {
            modifiers(key, true);
            ROBOT.keyPress(key.getKeyCode());
            ROBOT.keyRelease(key.getKeyCode());
            modifiers(key, false);
        });
    }

    private static void modifiers(KeyStroke key, boolean down) {
        modifier(key, InputEvent.CTRL_DOWN_MASK, KeyEvent.VK_CONTROL, down);
        modifier(key, InputEvent.SHIFT_DOWN_MASK, KeyEvent.VK_SHIFT, down);
        modifier(key, InputEvent.ALT_DOWN_MASK, KeyEvent.VK_ALT, down);
    }

    private static void modifier(KeyStroke key, int mask, int code, boolean down) {
        if ((key.getModifiers() & mask) != 0 && down) {
            ROBOT.keyPress(code);
        } else if ((key.getModifiers() & mask) != 0) {
            ROBOT.keyRelease(code);
        }
    }

    // The display server tells the JVM in its own time. A window that the press closes never hears of the release.
    private static void arrives(int pressed, int released, Runnable deed) {
        AtomicReference<Component> on = new AtomicReference<>();
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        AWTEventListener ear = event -> {
            if (event.getID() == pressed) {
                on.set((Component) event.getSource());
            } else if (event.getID() == released) {
                arrived.complete(null);
            }
        };
        Toolkit toolkit = Toolkit.getDefaultToolkit();
        toolkit.addAWTEventListener(ear, AWTEvent.MOUSE_EVENT_MASK | AWTEvent.KEY_EVENT_MASK);
        try {
            deed.run();
            Driver.eventually(
                    "what was pressed",
                    () -> arrived.isDone() || (on.get() != null && !on.get().isShowing()));
        } finally {
            toolkit.removeAWTEventListener(ear);
        }
        Driver.doOnEdt(() -> {});
    }
}

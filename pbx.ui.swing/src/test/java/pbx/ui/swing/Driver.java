package pbx.ui.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/** Hands and eyes for the real window: finds components by name and does things on the EDT. */
final class Driver {
    private Driver() {}

    static <T> T onEdt(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        SwingUtilities.invokeLater(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }

    static void doOnEdt(Runnable deed) {
        onEdt(() -> {
            deed.run();
            return true;
        });
    }

    /** The softphone's; one that was closed is not shown, though it may still be about to go. */
    static Optional<Frame> window() {
        return Stream.of(Frame.getFrames())
                .filter(frame -> "softphone".equals(frame.getName()) && frame.isVisible())
                .findFirst();
    }

    static Stream<Component> all(Component root) {
        Stream<Component> below =
                root instanceof Container box ? Stream.of(box.getComponents()).flatMap(Driver::all) : Stream.empty();
        return Stream.concat(Stream.of(root), below);
    }

    static <C extends Component> Optional<C> find(Class<C> type, String name) {
        return Stream.of(Window.getWindows())
                .filter(Window::isShowing)
                .flatMap(Driver::all)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(c -> name.equals(c.getName()) && c.isShowing())
                .findFirst();
    }

    static <C extends Component> C get(Class<C> type, String name) {
        return find(type, name).orElseThrow(() -> new AssertionError("not on the screen: " + name));
    }

    static void click(String name) {
        Hands.click(() -> get(AbstractButton.class, name));
    }

    static void type(String field, String text) {
        Hands.type(() -> get(JTextComponent.class, field), text);
    }

    static boolean shows(String name) {
        return onEdt(() -> find(JComponent.class, name).isPresent());
    }

    static String text(String label) {
        return onEdt(() -> get(JLabel.class, label).getText());
    }

    static String caption(String button) {
        return onEdt(() -> get(AbstractButton.class, button).getText());
    }

    /** What all labels of that name show, from top to bottom. */
    static java.util.List<String> texts(String label) {
        return onEdt(() -> Stream.of(Frame.getFrames())
                .filter(Frame::isShowing)
                .flatMap(Driver::all)
                .filter(c -> c instanceof JLabel && label.equals(c.getName()) && c.isShowing())
                .map(c -> ((JLabel) c).getText())
                .toList());
    }

    static void select(String list, int index) {
        Hands.click(
                () -> get(JList.class, list), InputEvent.BUTTON1_DOWN_MASK, shown -> shown.getCellBounds(index, index));
    }

    /** Turns to a page, by its tab. */
    static void turn(String tabs, int index) {
        Hands.click(() -> get(JTabbedPane.class, tabs), InputEvent.BUTTON1_DOWN_MASK, pane -> pane.getBoundsAt(index));
    }

    /** Opens the list's menu on a row with the right button, and takes an item from it. */
    static void menu(String list, int index, String item) {
        Hands.click(
                () -> get(JList.class, list), InputEvent.BUTTON3_DOWN_MASK, shown -> shown.getCellBounds(index, index));
        eventually("the menu", () -> find(JMenuItem.class, item).isPresent());
        click(item);
    }

    /** Waits for something that comes by a timer or another thread of the softphone. */
    static void await(String name) {
        eventually(name, () -> find(JComponent.class, name).isPresent());
    }

    static void eventually(String what, Supplier<Boolean> seen) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!onEdt(seen)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("looked in vain for " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** The key is struck while the component has the focus. */
    static void key(String focused, String stroke) {
        Hands.key(() -> get(JComponent.class, focused), stroke);
    }
}

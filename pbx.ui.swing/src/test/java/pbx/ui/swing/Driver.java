package pbx.ui.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

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
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    static void doOnEdt(Runnable deed) {
        onEdt(() -> {
            deed.run();
            return true;
        });
    }

    static Optional<Frame> window() {
        return Stream.of(Frame.getFrames())
                .filter(frame -> "softphone".equals(frame.getName()) && frame.isDisplayable())
                .findFirst();
    }

    static Stream<Component> all(Component root) {
        Stream<Component> below =
                root instanceof Container box ? Stream.of(box.getComponents()).flatMap(Driver::all) : Stream.empty();
        return Stream.concat(Stream.of(root), below);
    }

    static <C extends Component> Optional<C> find(Class<C> type, String name) {
        return Stream.of(Frame.getFrames())
                .filter(Frame::isShowing)
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
        doOnEdt(() -> get(AbstractButton.class, name).doClick());
    }

    static void type(String field, String text) {
        doOnEdt(() -> get(JTextField.class, field).setText(text));
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
        doOnEdt(() -> get(JList.class, list).setSelectedIndex(index));
    }

    /** Opens the list's menu on a row, as the menu key does, and takes an item from it. */
    static void menu(String list, int index, String item) {
        doOnEdt(() -> {
            JList<?> shown = get(JList.class, list);
            shown.setSelectedIndex(index);
            JPopupMenu menu = shown.getComponentPopupMenu();
            menu.show(shown, 0, 0);
            Component found = Stream.of(menu.getComponents())
                    .filter(c -> item.equals(c.getName()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("not in the menu: " + item));
            ((AbstractButton) found).doClick();
            menu.setVisible(false);
        });
    }

    /** Waits for something that comes by a timer or another thread of the softphone. */
    static void await(String name) throws InterruptedException {
        await(name, () -> find(JComponent.class, name).isPresent());
    }

    static void await(String what, Supplier<Boolean> seen) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!onEdt(seen)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("looked in vain for " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** As if the key were hit and let go while the component has the focus: the same bindings, innermost first. */
    static void key(String focused, String stroke) {
        doOnEdt(() -> {
            JComponent component = get(JComponent.class, focused);
            KeyStroke key = KeyStroke.getKeyStroke(stroke);
            KeyEvent event =
                    new KeyEvent(component, KeyEvent.KEY_PRESSED, 0, 0, key.getKeyCode(), KeyEvent.CHAR_UNDEFINED);
            if (hit(component, JComponent.WHEN_FOCUSED, key, event)) {
                hit(component, JComponent.WHEN_FOCUSED, KeyStroke.getKeyStroke(key.getKeyCode(), 0, true), event);
            } else {
                for (Component c = component; c instanceof JComponent at; c = c.getParent()) {
                    if (hit(at, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, key, event)) {
                        return;
                    }
                }
            }
        });
    }

    private static boolean hit(JComponent component, int when, KeyStroke key, KeyEvent event) {
        Object bound = component.getInputMap(when).get(key);
        Action action = bound == null ? null : component.getActionMap().get(bound);
        return SwingUtilities.notifyAction(action, key, event, component, 0);
    }
}

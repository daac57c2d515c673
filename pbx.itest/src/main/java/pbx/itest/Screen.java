package pbx.itest;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.accessibility.Accessible;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JList;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/** Looks at the windows of this JVM, and uses them, the way a person would: by what is seen and by name. */
final class Screen {
    private static final long PATIENCE_MS = 15_000;
    private static final long LOOK_EVERY_MS = 20;

    private Screen() {}

    /** The list row that a screen reader would speak with all these words, as soon as there is one. */
    static String row(String list, String... words) throws Exception {
        return eventually(list + " shows " + Arrays.toString(words), () -> spoken(list).stream()
                .filter(row -> Arrays.stream(words).allMatch(row::contains))
                .findFirst());
    }

    private static List<String> spoken(String list) {
        return component(list).map(c -> rows((JList<?>) c)).orElse(List.of());
    }

    private static <T> List<String> rows(JList<T> list) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < list.getModel().getSize(); i++) {
            Component row = list.getCellRenderer()
                    .getListCellRendererComponent(list, list.getModel().getElementAt(i), i, false, false);
            if (row instanceof Accessible accessible) {
                rows.add(String.valueOf(accessible.getAccessibleContext().getAccessibleName()));
            }
        }
        return rows;
    }

    static void type(String field, String text) throws Exception {
        eventually(field, () -> component(field).map(c -> {
            ((JTextComponent) c).setText(text);
            return c;
        }));
    }

    /** Clicks the button as soon as it is there and can be clicked. */
    static void click(String button) throws Exception {
        eventually(button, () -> component(button).filter(Component::isEnabled).map(c -> {
            ((AbstractButton) c).doClick();
            return c;
        }));
    }

    static void awaitGone(String name) throws Exception {
        eventually(name + " gone", () -> component(name).isPresent() ? Optional.empty() : Optional.of(true));
    }

    /** What the display shows now. */
    static void photograph(File file) throws Exception {
        Window window = eventually("a window", () -> Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .findFirst());
        SwingUtilities.invokeAndWait(() -> {});
        Rectangle bounds = window.getBounds();
        ImageIO.write(new Robot().createScreenCapture(bounds), "png", file);
    }

    /** Windows come and go without telling us: look until it is so. */
    private static <T> T eventually(String what, Callable<Optional<T>> look) throws Exception {
        long deadline = System.currentTimeMillis() + PATIENCE_MS;
        while (System.currentTimeMillis() < deadline) {
            FutureTask<Optional<T>> seen = new FutureTask<>(look);
            SwingUtilities.invokeLater(seen);
            Optional<T> found = seen.get(10, TimeUnit.SECONDS);
            if (found.isPresent()) {
                return found.get();
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        throw new AssertionError("looked in vain for " + what);
    }

    private static Optional<Component> component(String name) {
        return Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .flatMap(window -> find(window, name).stream())
                .findFirst();
    }

    private static Optional<Component> find(Container in, String name) {
        for (Component child : in.getComponents()) {
            if (name.equals(child.getName()) && child.isShowing()) {
                return Optional.of(child);
            }
            Optional<Component> below = child instanceof Container inner ? find(inner, name) : Optional.empty();
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}

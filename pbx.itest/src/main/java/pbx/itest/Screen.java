package pbx.itest;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.accessibility.Accessible;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/** Looks at the windows of this JVM, and uses them, the way a person would: by what is seen and by name. */
final class Screen {
    private static final long PATIENCE_MS = 30_000;
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

    /** Selects the row that {@link #row} finds. */
    static void select(String list, String... words) throws Exception {
        String wanted = row(list, words);
        eventually(wanted, () -> component(list).map(c -> {
            ((JList<?>) c).setSelectedIndex(rows((JList<?>) c).indexOf(wanted));
            return c;
        }));
    }

    /** Turns to a page of the tabs. */
    static void page(String tabs, String page) throws Exception {
        eventually(page, () -> component(tabs).map(JTabbedPane.class::cast).map(pane -> {
            pane.setSelectedIndex(indexOf(pane, page));
            return pane;
        }));
    }

    private static int indexOf(JTabbedPane pane, String page) {
        for (int i = 0; i < pane.getTabCount(); i++) {
            if (page.equals(pane.getComponentAt(i).getName())) {
                return i;
            }
        }
        throw new AssertionError("there is no page " + page);
    }

    /** As soon as one of the tabs is spoken so: its title, and in brackets what its badge counts. */
    static void awaitTab(String tabs, String title) throws Exception {
        eventually(
                "tab " + title,
                () -> component(tabs).map(JTabbedPane.class::cast).filter(pane -> IntStream.range(0, pane.getTabCount())
                        .mapToObj(pane.getAccessibleContext()::getAccessibleChild)
                        .anyMatch(tab -> title.equals(tab.getAccessibleContext().getAccessibleName()))));
    }

    /** As soon as the text that is shown has these words in it. */
    static void awaitText(String name, String words) throws Exception {
        eventually(name + " says " + words, () -> component(name).filter(c -> text(c).contains(words)));
    }

    private static String text(Component c) {
        if (c instanceof JLabel label) {
            return label.getText();
        }
        if (c instanceof JTextComponent field) {
            return field.getText();
        }
        return c instanceof Container box
                ? Arrays.stream(box.getComponents()).map(Screen::text).collect(Collectors.joining("\n"))
                : "";
    }

    /** Chooses what a screen reader would speak with these words. */
    static void choose(String box, String words) throws Exception {
        eventually(words + " in " + box, () -> component(box).flatMap(c -> choose((JComboBox<?>) c, words)));
    }

    private static <T> Optional<T> choose(JComboBox<T> box, String words) {
        for (int i = 0; i < box.getItemCount(); i++) {
            T item = box.getItemAt(i);
            Component row = box.getRenderer().getListCellRendererComponent(new JList<T>(), item, i, false, false);
            if (row instanceof JLabel label && label.getText().contains(words)) {
                box.setSelectedIndex(i);
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /** As if Enter were hit in the field. */
    static void enter(String field) throws Exception {
        eventually(field, () -> component(field).map(c -> {
            long now = System.currentTimeMillis();
            SwingUtilities.processKeyBindings(new KeyEvent(c, KeyEvent.KEY_PRESSED, now, 0, KeyEvent.VK_ENTER, '\n'));
            SwingUtilities.processKeyBindings(new KeyEvent(c, KeyEvent.KEY_RELEASED, now, 0, KeyEvent.VK_ENTER, '\n'));
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
            Optional<T> found = seen.get(30, TimeUnit.SECONDS);
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

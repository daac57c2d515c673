package pbx.ui.swing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.view.View;

/** What plugins that are written in Swing bring along: makers of components. From any thread. */
final class Components implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Components.class);

    private final Map<Supplier<?>, Offered> makers = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong count = new AtomicLong();

    /**
     * One component of a plugin.
     *
     * @param number in which order they came
     * @param title a stranger's text
     */
    record Offered(long number, String title, Supplier<?> maker) {
        /** EDT only. A plugin may throw anything, also a LinkageError: then that is what is shown. */
        JComponent make() {
            try {
                return (JComponent) maker.get();
            } catch (Throwable e) {
                log.warn("The component {} cannot be made", title, e);
                JTextArea why = FormView.text(String.valueOf(e));
                why.setName("component.problem");
                return why;
            }
        }
    }

    void add(Supplier<?> maker, Map<String, ?> properties) {
        makers.put(
                maker,
                new Offered(count.incrementAndGet(), Plain.line(String.valueOf(properties.get(View.TITLE))), maker));
        watchers.forEach(Runnable::run);
    }

    void remove(Supplier<?> maker) {
        if (makers.remove(maker) != null) {
            watchers.forEach(Runnable::run);
        }
    }

    List<Offered> list() {
        return makers.values().stream()
                .sorted(Comparator.comparing(Offered::number))
                .toList();
    }

    /** Runs {@code changed} whenever one has come or gone. Run the answer to end it. */
    Runnable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    @Override
    public void close() {
        makers.clear();
        watchers.forEach(Runnable::run);
    }
}

package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import pbx.api.view.Action;
import pbx.api.view.Panel;
import pbx.api.view.Row;
import pbx.api.view.View;

/** What a plugin offers to show is a tab of the window, while the plugin is there. */
@ExtendWith(Display.class)
class ViewsWindowTest {
    private static final String HOSTILE = "<html><b>Log";
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    private final View view = new View() {
        @Override
        public Panel show(String search) {
            asked.add("show " + search);
            return new Panel(
                    List.of("Who"),
                    List.of(new Row("r1", List.of(HOSTILE))),
                    List.of(new Action("mark", "Mark", true, false)));
        }

        @Override
        public String act(String action, Optional<String> row) {
            asked.add(action + " " + row.orElse(""));
            return "done";
        }
    };

    @Test
    void aPanelComesIsSearchedAndGoes() throws Exception {
        try (OpenPhone open = new OpenPhone()) {
            assertFalse(Driver.shows("views"));
            open.phone.bindView(view, Map.of(View.NAME, "log", View.TITLE, HOSTILE));
            OpenPhone.drawn();
            assertEquals(HOSTILE, Driver.onEdt(() -> tabs().getTitleAt(1)));
            assertEquals("show ", asked.poll(30, TimeUnit.SECONDS));
            Driver.doOnEdt(() -> tabs().setSelectedIndex(1));
            Driver.eventually("the first rows", () -> table().getRowCount() == 1);
            CountDownLatch drawn = new CountDownLatch(1);
            Driver.doOnEdt(() -> {
                table().addPropertyChangeListener("model", e -> drawn.countDown());
            });
            Driver.type("viewSearch", "601");
            Driver.doOnEdt(
                    () -> Driver.get(javax.swing.JTextField.class, "viewSearch").postActionEvent());
            assertEquals("show 601", asked.poll(30, TimeUnit.SECONDS));
            assertTrue(drawn.await(30, TimeUnit.SECONDS));
            Driver.doOnEdt(() -> {
                assertEquals(HOSTILE, table().getValueAt(0, 0));
                table().setRowSelectionInterval(0, 0);
            });
            Driver.click("viewAction mark");
            assertEquals("mark r1", asked.poll(30, TimeUnit.SECONDS));
            open.phone.unbindView(view);
            OpenPhone.drawn();
            assertFalse(Driver.shows("views"));
            assertTrue(Driver.shows("number"));
        }
    }

    private static JTabbedPane tabs() {
        return Driver.get(JTabbedPane.class, "views");
    }

    private static JTable table() {
        return Driver.get(JTable.class, "view log");
    }
}

package pbx.ui.swing;

import java.awt.BorderLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import pbx.listeners.Views;

/** The phone, and beside it a tab for each panel that plugins offer; without such a panel the phone alone. EDT only. */
final class ViewTabs {
    private final Texts texts;
    private final JComponent phone;
    private final Views views;
    private final Map<Views.Named, ViewTab> open = new LinkedHashMap<>();
    private final JPanel panel = new JPanel(new BorderLayout()) {
        private static final long serialVersionUID = 1L;
        private transient Runnable unwatch = () -> {};

        @Override
        public void addNotify() {
            super.addNotify();
            unwatch = views.watch(() -> SwingUtilities.invokeLater(ViewTabs.this::draw));
            draw();
        }

        /** The window is gone: nobody remembers it. */
        @Override
        public void removeNotify() {
            unwatch.run();
            super.removeNotify();
        }
    };

    ViewTabs(Texts texts, JComponent phone, Views views) {
        this.texts = texts;
        this.phone = phone;
        this.views = views;
        panel.add(phone, BorderLayout.CENTER);
    }

    JComponent panel() {
        return panel;
    }

    private void draw() {
        open.keySet().retainAll(views.list());
        views.list().forEach(view -> open.computeIfAbsent(view, named -> new ViewTab(texts, views, named)));
        panel.removeAll();
        panel.add(open.isEmpty() ? phone : tabs(), BorderLayout.CENTER);
        panel.revalidate();
        panel.repaint();
    }

    private JTabbedPane tabs() {
        JTabbedPane tabs = Plain.noMarkup(new JTabbedPane());
        tabs.setName("views");
        tabs.addTab(texts.get("views.phone"), phone);
        open.forEach((view, tab) -> tabs.addTab(Plain.line(view.title()), tab.panel()));
        return tabs;
    }
}

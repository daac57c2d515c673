package pbx.ui.swing;

import java.awt.BorderLayout;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final Components components;
    private final Map<Object, JComponent> open = new LinkedHashMap<>();
    private final JPanel panel = new JPanel(new BorderLayout()) {
        private static final long serialVersionUID = 1L;
        private transient Runnable unwatch = () -> {};

        @Override
        public void addNotify() {
            super.addNotify();
            Runnable later = () -> SwingUtilities.invokeLater(ViewTabs.this::draw);
            Runnable noViews = views.watch(later);
            Runnable noComponents = components.watch(later);
            unwatch = () -> {
                noViews.run();
                noComponents.run();
            };
            draw();
        }

        /** The window is gone: nobody remembers it. */
        @Override
        public void removeNotify() {
            unwatch.run();
            super.removeNotify();
        }
    };

    ViewTabs(Texts texts, JComponent phone, Scene scene) {
        this.texts = texts;
        this.phone = phone;
        this.views = scene.views;
        this.components = scene.components;
        panel.add(phone, BorderLayout.CENTER);
    }

    JComponent panel() {
        return panel;
    }

    private void draw() {
        List<Views.Named> panels = views.list();
        List<Components.Offered> made = components.list();
        open.keySet().removeIf(shown -> !panels.contains(shown) && !made.contains(shown));
        panels.forEach(view -> open.computeIfAbsent(view, key -> new ViewTab(texts, views, view).panel()));
        made.forEach(maker -> open.computeIfAbsent(maker, key -> maker.make()));
        panel.removeAll();
        panel.add(open.isEmpty() ? phone : tabs(), BorderLayout.CENTER);
        panel.revalidate();
        panel.repaint();
    }

    private JTabbedPane tabs() {
        JTabbedPane tabs = Plain.noMarkup(new JTabbedPane());
        tabs.setName("views");
        tabs.addTab(texts.get("views.phone"), phone);
        open.forEach((shown, tab) -> tabs.addTab(title(shown), tab));
        return tabs;
    }

    private static String title(Object shown) {
        return shown instanceof Views.Named view ? Plain.line(view.title()) : ((Components.Offered) shown).title();
    }
}

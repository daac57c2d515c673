package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import javax.swing.JTabbedPane;
import javax.swing.SwingConstants;

/** The pages on the left, one key each from Ctrl+1 on; a badge counts what is new on a page. EDT only. */
final class Tabs {
    private final JTabbedPane pane = Plain.noMarkup(new JTabbedPane());

    Tabs(String spoken) {
        pane.setName("pages");
        pane.getAccessibleContext().setAccessibleName(spoken);
        pane.setTabLayoutPolicy(JTabbedPane.SCROLL_TAB_LAYOUT);
        pane.putClientProperty("JTabbedPane.tabIconPlacement", SwingConstants.TOP);
        // as wide as their words, which a badge makes longer; then all of them to the width that there is
        pane.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_WIDTH_MODE, "preferred");
        pane.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_AREA_ALIGNMENT, "fill");
        pane.putClientProperty(FlatClientProperties.STYLE, "tabInsets: 5,4,5,4; minimumTabWidth: 60");
    }

    JTabbedPane pane() {
        return pane;
    }

    /** @param name of the page's component, by which it is found again */
    void add(String name, String title, Glyph sign, Component page, Runnable shown) {
        page.setName("page." + name);
        pane.addTab(title, new Badged(sign, 0), page);
        int index = pane.getTabCount() - 1;
        pane.setToolTipTextAt(index, title + "  (Ctrl+" + (index + 1) + ")");
        Keys.bind(pane, "ctrl " + (index + 1), () -> pane.setSelectedIndex(index));
        pane.addChangeListener(e -> {
            if (pane.getSelectedComponent() == page) {
                shown.run();
            }
        });
    }

    void select(Component page) {
        pane.setSelectedComponent(page);
    }

    /** @param count 0: no badge */
    void badge(Component page, String title, long count) {
        int index = pane.indexOfComponent(page);
        Badged before = (Badged) pane.getIconAt(index);
        if (before.count() != count) {
            pane.setIconAt(index, new Badged(before.sign(), count));
            pane.getAccessibleContext()
                    .getAccessibleChild(index)
                    .getAccessibleContext()
                    .setAccessibleName(count > 0 ? title + " (" + count + ")" : title);
        }
    }
}

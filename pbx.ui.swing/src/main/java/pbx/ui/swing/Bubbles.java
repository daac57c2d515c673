package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;

/** What was written, one bubble each: one's own on the right, the other's on the left, the newest at the foot. EDT only. */
final class Bubbles {
    private final ScrolledPanel panel = new ScrolledPanel(new Stack());
    private List<Line> shown = List.of();

    /**
     * One message.
     *
     * @param mine written on this side
     * @param text as written, on as many lines as it has
     * @param below who and when
     */
    record Line(boolean mine, String text, String below) {}

    Bubbles(String name, String spoken) {
        panel.setName(name);
        panel.setOpaque(false);
        panel.getAccessibleContext().setAccessibleName(spoken);
    }

    JPanel panel() {
        return panel;
    }

    void show(List<Line> lines) {
        if (lines.equals(shown)) {
            return;
        }
        shown = lines;
        panel.removeAll();
        lines.forEach(line -> panel.add(new Bubble(line)));
        panel.revalidate();
        panel.repaint();
        SwingUtilities.invokeLater(() -> panel.scrollRectToVisible(new Rectangle(0, panel.getHeight() - 1, 1, 1)));
    }

    // A text area wraps, and knows no markup.
    private static final class Bubble extends JPanel {
        private static final long serialVersionUID = 1L;
        private final boolean mine;
        private final JTextArea text = new JTextArea();
        private final JLabel below = Plain.label("chat.below");

        Bubble(Line line) {
            super(new BorderLayout(0, Sizes.of(0, 2).height));
            mine = line.mine();
            putClientProperty(FlatClientProperties.STYLE, mine ? Palette.BUBBLE_MINE : Palette.BUBBLE);
            int air = Sizes.of(10, 0).width;
            setBorder(BorderFactory.createEmptyBorder(air * 7 / 10, air, air * 7 / 10, air));
            text.setName("chat.line");
            text.setText(line.text());
            text.setEditable(false);
            text.setFocusable(false);
            text.setOpaque(false);
            text.setLineWrap(true);
            text.setWrapStyleWord(true);
            text.setBorder(BorderFactory.createEmptyBorder());
            text.putClientProperty(FlatClientProperties.STYLE, mine ? Palette.BUBBLE_TEXT_MINE : null);
            below.setText(line.below());
            below.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
            below.putClientProperty(FlatClientProperties.STYLE, mine ? Palette.BUBBLE_TEXT_MINE : Palette.QUIET);
            add(text, BorderLayout.CENTER);
            add(below, BorderLayout.SOUTH);
            getAccessibleContext().setAccessibleName(line.text() + ", " + line.below());
        }

        /** As wide as its longest line, but not wider than that; as high as it then has to be. */
        Dimension fit(int widest) {
            int air = getInsets().left + getInsets().right;
            FontMetrics metrics = text.getFontMetrics(text.getFont());
            int longest =
                    text.getText().lines().mapToInt(metrics::stringWidth).max().orElse(0) + 2;
            int wide = Math.max(below.getPreferredSize().width, Math.min(longest, widest - air));
            text.setSize(wide, Short.MAX_VALUE);
            return new Dimension(wide + air, getPreferredSize().height);
        }
    }

    private static final class Stack implements LayoutManager {
        private static final double WIDEST = 0.84;

        @Override
        public void addLayoutComponent(String name, Component component) {}

        @Override
        public void removeLayoutComponent(Component component) {}

        @Override
        public Dimension preferredLayoutSize(Container parent) {
            int width = parent.getParent() instanceof JViewport port ? port.getWidth() : parent.getWidth();
            int height = bubbles(parent)
                    .mapToInt(bubble -> bubble.fit(widest(width)).height + gap())
                    .sum();
            return new Dimension(width, height);
        }

        @Override
        public Dimension minimumLayoutSize(Container parent) {
            return new Dimension();
        }

        @Override
        public void layoutContainer(Container parent) {
            int y = 0;
            for (Bubble bubble : bubbles(parent).toList()) {
                Dimension size = bubble.fit(widest(parent.getWidth()));
                int x = bubble.mine ? parent.getWidth() - size.width : 0;
                bubble.setBounds(x, y, size.width, size.height);
                y += size.height + gap();
            }
        }

        private static int widest(int width) {
            return (int) (width * WIDEST);
        }

        private static int gap() {
            return Sizes.of(0, 8).height;
        }

        private static Stream<Bubble> bubbles(Container parent) {
            return IntStream.range(0, parent.getComponentCount())
                    .mapToObj(parent::getComponent)
                    .map(Bubble.class::cast);
        }
    }
}

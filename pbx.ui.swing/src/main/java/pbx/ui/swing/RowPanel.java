package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import java.awt.Component;
import java.util.function.BiConsumer;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** Paints a line of two lines: a sign, what matters with something at the right, and what else there is. */
final class RowPanel<T> extends JPanel implements ListCellRenderer<T> {
    private final transient BiConsumer<RowPanel<T>, T> fill;
    private final JLabel sign = Plain.label("row.sign");
    private final JLabel title = Plain.label("row.title");
    private final JLabel right = Plain.label("row.right");
    private final JLabel below = Plain.label("row.below");

    /** @param fill says what is shown, by {@link #show} */
    RowPanel(BiConsumer<RowPanel<T>, T> fill) {
        super(new MigLayout("insets 7 12 7 10, fillx, gap 0", "[]12[grow,fill]8[]", "[]2[]"));
        this.fill = fill;
        below.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        right.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        sign.setHorizontalAlignment(SwingConstants.CENTER);
        add(sign, "spany 2, aligny center, w 18!");
        add(title, "wmin 0");
        add(right, "alignx right, wrap");
        add(below, "span 2, wmin 0");
    }

    void show(Icon icon, boolean strong, String what, String atRight, String more) {
        sign.setIcon(icon);
        title.putClientProperty(FlatClientProperties.STYLE, strong ? "font: bold" : null);
        title.setText(what);
        right.setText(atRight);
        below.setText(more);
        getAccessibleContext().setAccessibleName(String.join(", ", what, more, atRight));
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends T> list, T value, int index, boolean selected, boolean focused) {
        fill.accept(this, value);
        Color quiet = selected ? list.getSelectionForeground() : Palette.quiet();
        setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        title.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
        boolean alarm = sign.getIcon() == Glyph.MISSED && !selected;
        sign.setForeground(alarm ? Palette.alarm() : title.getForeground());
        right.setForeground(quiet);
        below.setForeground(quiet);
        return this;
    }
}

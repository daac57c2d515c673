package pbx.ui.swing;

import java.awt.Component;
import java.util.function.Function;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JLabel;
import javax.swing.JList;

/** Lines of one text each, without markup. */
final class PlainRenderer<T> extends DefaultListCellRenderer {
    private final transient Function<T, String> words;

    PlainRenderer(Function<T, String> words) {
        this.words = words;
    }

    @Override
    @SuppressWarnings("unchecked") // whoever sets the renderer has a list of T
    public Component getListCellRendererComponent(
            JList<?> list, Object value, int index, boolean selected, boolean focused) {
        JLabel label = (JLabel) super.getListCellRendererComponent(list, "", index, selected, focused);
        Plain.noMarkup(label).setText(value == null ? "" : words.apply((T) value));
        return label;
    }
}

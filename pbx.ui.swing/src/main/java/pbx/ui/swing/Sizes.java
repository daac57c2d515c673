package pbx.ui.swing;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Insets;
import javax.swing.JComponent;

/** Sizes that follow the font and the screen's scale. */
final class Sizes {
    private Sizes() {}

    static Dimension of(int width, int height) {
        return UIScale.scale(new Dimension(width, height));
    }

    /** Air within a field, beside its text or sign. */
    static Insets padding() {
        return new Insets(0, 6, 0, 4); // FlatLaf scales it
    }

    /** Two lines of text and some air. */
    static int rowHeight(JComponent list) {
        return 2 * list.getFontMetrics(list.getFont()).getHeight() + UIScale.scale(22);
    }
}

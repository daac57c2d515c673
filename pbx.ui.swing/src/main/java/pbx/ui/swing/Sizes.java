package pbx.ui.swing;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import javax.swing.JComponent;

/** Sizes that follow the font and the screen's scale. */
final class Sizes {
    private Sizes() {}

    static Dimension of(int width, int height) {
        return UIScale.scale(new Dimension(width, height));
    }

    /** Two lines of text and some air. */
    static int rowHeight(JComponent list) {
        return 2 * list.getFontMetrics(list.getFont()).getHeight() + UIScale.scale(18);
    }
}

package pbx.ui.swing;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.Icon;

/** A sign with air before it: a text field puts its sign at its very edge. */
record Inset(Icon sign) implements Icon {
    private static final int AIR = 6;

    @Override
    public int getIconWidth() {
        return sign.getIconWidth() + UIScale.scale(AIR);
    }

    @Override
    public int getIconHeight() {
        return sign.getIconHeight();
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        sign.paintIcon(component, graphics, x + UIScale.scale(AIR), y);
    }
}

package pbx.ui.swing;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import javax.swing.Icon;

/**
 * Four rising bars, as many filled as the sound deserves.
 *
 * @param filled 0 to 4
 */
record Bars(int filled) implements Icon {
    private static final int SIZE = 16;
    private static final int COUNT = 4;

    @Override
    public int getIconWidth() {
        return UIScale.scale(SIZE);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(SIZE);
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.translate(x, y);
        g.scale(UIScale.scale(1f), UIScale.scale(1f));
        Color quiet = Palette.quiet();
        for (int bar = 0; bar < COUNT; bar++) {
            double height = 5 + 3.0 * bar;
            g.setColor(bar < filled ? colour() : new Color(quiet.getRed(), quiet.getGreen(), quiet.getBlue(), 90));
            g.fill(new RoundRectangle2D.Double(0.5 + 4.0 * bar, SIZE - 1 - height, 3, height, 1.5, 1.5));
        }
        g.dispose();
    }

    private Color colour() {
        return filled >= 3 ? Lamp.FREE.colour() : filled == 2 ? Lamp.RINGING.colour() : Lamp.TALKING.colour();
    }
}

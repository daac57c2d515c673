package pbx.ui.swing;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.Icon;

/**
 * A sign with a count at its shoulder.
 *
 * @param count 0: no badge
 */
record Badged(Glyph sign, long count) implements Icon {
    private static final int WIDTH = 50;
    private static final int HEIGHT = 18;
    private static final int PILL = 14;
    private static final int MOST = 99;

    String words() {
        return count > MOST ? MOST + "+" : String.valueOf(count);
    }

    @Override
    public int getIconWidth() {
        return UIScale.scale(WIDTH);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(HEIGHT);
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        int left = x + (getIconWidth() - sign.getIconWidth()) / 2;
        sign.paintIcon(component, graphics, left, y + getIconHeight() - sign.getIconHeight());
        if (count > 0) {
            Graphics2D g = (Graphics2D) graphics.create();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paintBadge(g, component.getFont(), left + sign.getIconWidth() * 0.92, y);
            g.dispose();
        }
    }

    private void paintBadge(Graphics2D g, Font font, double x, double y) {
        double height = UIScale.scale((float) PILL);
        Font bold = font.deriveFont(Font.BOLD, (float) (height * 0.72));
        GlyphVector digits = bold.createGlyphVector(g.getFontRenderContext(), words());
        Rectangle2D box = digits.getVisualBounds();
        double width = Math.max(height, box.getWidth() + height * 0.6);
        g.setColor(Palette.ALARM);
        g.fill(new RoundRectangle2D.Double(x, y, width, height, height, height));
        g.setColor(Color.WHITE);
        g.drawGlyphVector(
                digits, (float) (x + width / 2 - box.getCenterX()), (float) (y + height / 2 - box.getCenterY()));
    }
}

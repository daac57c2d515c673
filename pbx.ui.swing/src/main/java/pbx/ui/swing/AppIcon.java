package pbx.ui.swing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JLabel;

/** The window's own sign, painted at the sizes that desktops ask for. */
final class AppIcon {
    private AppIcon() {}

    static List<Image> images() {
        return IntStream.of(16, 24, 32, 48, 64, 128).mapToObj(AppIcon::image).toList();
    }

    static Image image(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(size / 16.0, size / 16.0);
        g.setColor(new Color(0x1A7F37));
        g.fill(new RoundRectangle2D.Double(0, 0, 16, 16, 5, 5));
        JLabel white = new JLabel();
        white.setForeground(Color.WHITE);
        g.translate(3.5, 3.5);
        g.scale(9.0 / Glyph.LIFT.getIconWidth(), 9.0 / Glyph.LIFT.getIconHeight());
        Glyph.LIFT.paintIcon(white, g, 0, 0);
        g.dispose();
        return image;
    }
}

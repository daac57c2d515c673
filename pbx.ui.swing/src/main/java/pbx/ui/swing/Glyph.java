package pbx.ui.swing;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.Icon;

/** Button signs, drawn on a grid of 16 by 16 in the component's own colour: sharp at any scale. */
enum Glyph implements Icon {
    LIFT,
    HANG_UP,
    PAUSE,
    PLAY,
    MICROPHONE,
    MICROPHONE_OFF,
    SEARCH,
    SWAP,
    FORWARD,
    PARK,
    RECORD,
    CONNECT,
    PEOPLE,
    BACK,
    CLOCK,
    ENVELOPE,
    BUBBLE,
    GEAR,
    STAR,
    STAR_FULL,
    REPEAT,
    SPEAKER,
    SAVE,
    BIN,
    IN,
    OUT,
    MISSED;

    private static final int SIZE = 16;

    static Glyph of(CallAction action) {
        return switch (action) {
            case ANSWER -> LIFT;
            case REJECT, HANG_UP -> HANG_UP;
            case HOLD -> PAUSE;
            case RESUME -> PLAY;
            case SWAP -> SWAP;
            case MUTE -> MICROPHONE_OFF;
            case UNMUTE -> MICROPHONE;
            case TRANSFER -> FORWARD;
            case PARK -> PARK;
            case RECORD, STOP_RECORDING -> RECORD;
            case CONNECT -> CONNECT;
            case MERGE -> PEOPLE;
            case BACK -> BACK;
        };
    }

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
        g.translate(x, y);
        g.scale(UIScale.scale(1f), UIScale.scale(1f));
        g.setColor(component.getForeground());
        paint(g);
        g.dispose();
    }

    void paint(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        switch (this) {
            case LIFT -> {
                g.rotate(Math.toRadians(-135), 8, 8);
                handset(g);
            }
            case HANG_UP -> handset(g);
            case PAUSE -> {
                g.fill(new RoundRectangle2D.Double(3.5, 3, 3, 10, 1.5, 1.5));
                g.fill(new RoundRectangle2D.Double(9.5, 3, 3, 10, 1.5, 1.5));
            }
            case PLAY -> g.fill(GlyphShapes.line("4.5 3 13 8 4.5 13 4.5 3"));
            case MICROPHONE -> microphone(g);
            case MICROPHONE_OFF -> {
                microphone(g);
                g.draw(new Line2D.Double(2.5, 2, 13.5, 14));
            }
            case SEARCH -> {
                g.draw(new Ellipse2D.Double(2.5, 2.5, 8, 8));
                g.draw(new Line2D.Double(9.6, 9.6, 13.5, 13.5));
            }
            case RECORD -> g.fill(new Ellipse2D.Double(3, 3, 10, 10));
            case STAR_FULL -> {
                g.fill(GlyphShapes.star());
                g.draw(GlyphShapes.star());
            }
            default -> g.draw(GlyphShapes.of(this));
        }
    }

    private static void handset(Graphics2D g) {
        Path2D.Double shape = new Path2D.Double();
        shape.moveTo(0.8, 9.6);
        shape.curveTo(2.6, 4.2, 13.4, 4.2, 15.2, 9.6);
        shape.curveTo(15.5, 10.8, 15.3, 11.4, 14.4, 11.3);
        shape.lineTo(11.6, 10.8);
        shape.curveTo(10.9, 10.6, 10.8, 10.2, 10.8, 8.5);
        shape.curveTo(9.2, 7.7, 6.8, 7.7, 5.2, 8.5);
        shape.curveTo(5.2, 10.2, 5.1, 10.6, 4.4, 10.8);
        shape.lineTo(1.6, 11.3);
        shape.curveTo(0.7, 11.4, 0.5, 10.8, 0.8, 9.6);
        g.fill(shape);
    }

    private static void microphone(Graphics2D g) {
        g.fill(new RoundRectangle2D.Double(5.7, 1.5, 4.6, 8, 4.6, 4.6));
        g.draw(new Arc2D.Double(3.4, 2.6, 9.2, 9.2, 180, 180, Arc2D.OPEN));
        g.draw(new Line2D.Double(8, 12, 8, 14.4));
    }
}

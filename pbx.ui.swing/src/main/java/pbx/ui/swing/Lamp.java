package pbx.ui.swing;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import javax.swing.Icon;
import pbx.api.call.Call;
import pbx.api.connection.ConnectionState;
import pbx.api.presence.PresenceState;

/** A state as a lamp. Each differs from the others by its shape as well as by its colour. */
enum Lamp implements Icon {
    /** A full disc. */
    FREE(0x2DA44E),
    /** A disc in a ring. */
    RINGING(0xD98200),
    /** A disc with a bar, like the road sign. */
    TALKING(0xCF222E),
    /** A disc with the two bars of a pause. */
    HELD(0x8250DF),
    /** A ring. */
    OFFLINE(0x8C959F),
    /** A broken ring. */
    UNKNOWN(0x8C959F);

    private static final int SIZE = 14;

    private final int rgb;

    Lamp(int rgb) {
        this.rgb = rgb;
    }

    static Lamp of(PresenceState state) {
        return switch (state) {
            case IDLE -> FREE;
            case RINGING -> RINGING;
            case TALKING -> TALKING;
            case HELD -> HELD;
            case OFFLINE -> OFFLINE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static Lamp of(ConnectionState state) {
        return switch (state) {
            case REGISTERED -> FREE;
            case CONNECTED -> RINGING;
            case REFUSED -> TALKING;
            case CONNECTING -> UNKNOWN;
            case CLOSED -> OFFLINE;
        };
    }

    static Lamp of(Call call) {
        return switch (call.state()) {
            case DIALING, RINGING -> RINGING;
            case CONNECTING, ACTIVE -> call.heldHere() || call.heldThere() ? HELD : TALKING;
            case ENDING, ENDED -> OFFLINE;
        };
    }

    Color colour() {
        return new Color(rgb);
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
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(x, y);
        g.scale(UIScale.scale(1f), UIScale.scale(1f));
        g.setColor(colour());
        paint(g);
        g.dispose();
    }

    private void paint(Graphics2D g) {
        switch (this) {
            case FREE, TALKING, HELD -> disc(g, 1);
            case RINGING -> disc(g, 4);
            case OFFLINE, UNKNOWN -> {}
        }
        switch (this) {
            case RINGING, OFFLINE -> ring(g, new BasicStroke(1.6f));
            case UNKNOWN ->
                ring(g, new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 2}, 0));
            case TALKING -> bar(g, 3.5, 5.9, 7, 2.2);
            case HELD -> {
                bar(g, 4.6, 4.2, 1.8, 5.6);
                bar(g, 7.6, 4.2, 1.8, 5.6);
            }
            case FREE -> {}
        }
    }

    private static void disc(Graphics2D g, double inset) {
        g.fill(new Ellipse2D.Double(inset, inset, SIZE - 2 * inset, SIZE - 2 * inset));
    }

    private static void ring(Graphics2D g, BasicStroke stroke) {
        g.setStroke(stroke);
        g.draw(new Ellipse2D.Double(1.8, 1.8, SIZE - 3.6, SIZE - 3.6));
    }

    private static void bar(Graphics2D g, double x, double y, double width, double height) {
        g.setColor(Color.WHITE);
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }
}

package pbx.ui.swing;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.swing.Icon;
import pbx.api.presence.Presence;

/**
 * Somebody as a disc with their initials, and their lamp at its rim. The colour follows from the name, so that one finds a
 * colleague again without reading; what is no person has a sign instead.
 *
 * @param initials up to two letters; empty: the sign is shown
 * @param sign for those who have no initials
 * @param colour of the disc
 * @param lamp what they are doing
 */
record Avatar(String initials, Glyph sign, Color colour, Optional<Lamp> lamp) implements Icon {
    private static final int SIZE = 36;
    private static final int LAMP = 14;
    private static final int RIM = 2;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    static Avatar of(Person person) {
        Presence presence = person.presence();
        Optional<Lamp> lamp = Optional.of(Lamp.of(presence.state()));
        return switch (presence.kind()) {
            case EXTENSION, OTHER -> of(presence.name(), lamp);
            case ATTENDANT -> new Avatar("", Glyph.ROBOT, Palette.SERVICE, lamp);
            case QUEUE, HUNT_GROUP -> new Avatar("", Glyph.QUEUE, Palette.SERVICE, lamp);
            case CONFERENCE -> new Avatar("", Glyph.CONFERENCE, Palette.SERVICE, lamp);
            case ORBIT -> new Avatar("", Glyph.PARK, Palette.SERVICE, lamp);
        };
    }

    /** @param name of a person; empty: nobody knows */
    static Avatar of(String name, Optional<Lamp> lamp) {
        String initials = initials(name);
        Color colour = initials.isEmpty() ? Palette.SERVICE : Palette.disc(name.hashCode());
        return new Avatar(initials, Glyph.PERSON, colour, lamp);
    }

    /** The first letters of the first and the last word. */
    static String initials(String name) {
        String[] words = Stream.of(NO_LETTERS.split(Plain.line(name)))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        if (words.length == 0) {
            return "";
        }
        return words.length == 1 ? first(words[0]) : first(words[0]) + first(words[words.length - 1]);
    }

    private static String first(String word) {
        return new String(Character.toChars(Character.toUpperCase(word.codePointAt(0))));
    }

    @Override
    public int getIconWidth() {
        return UIScale.scale(SIZE + RIM);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(SIZE + RIM);
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.translate(x, y);
        double size = UIScale.scale((float) SIZE);
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(0, 0, size, size));
        if (initials.isEmpty()) {
            paintSign(g, size);
        } else {
            paintInitials(g, component.getFont(), size);
        }
        lamp.ifPresent(shown -> paintLamp(g, component, shown));
        g.dispose();
    }

    private void paintInitials(Graphics2D g, Font font, double size) {
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Font bold = font.deriveFont(Font.BOLD, (float) (size * 0.36));
        GlyphVector letters = bold.createGlyphVector(g.getFontRenderContext(), initials);
        Rectangle2D box = letters.getVisualBounds();
        g.setColor(Color.WHITE);
        g.drawGlyphVector(letters, (float) (size / 2 - box.getCenterX()), (float) (size / 2 - box.getCenterY()));
    }

    private void paintSign(Graphics2D g, double size) {
        Component white = new Component() {
            private static final long serialVersionUID = 1L;
        };
        white.setForeground(Color.WHITE);
        int at = (int) Math.round((size - sign.getIconWidth()) / 2);
        sign.paintIcon(white, g, at, at);
    }

    // In a gap of the ground's colour, so that it stands off from the disc.
    private void paintLamp(Graphics2D g, Component component, Lamp shown) {
        double rim = UIScale.scale((float) RIM);
        double at = UIScale.scale((float) (SIZE + RIM - LAMP));
        double size = UIScale.scale((float) LAMP);
        Component ground = component.isOpaque() || component.getParent() == null ? component : component.getParent();
        g.setColor(ground.getBackground());
        g.fill(new Ellipse2D.Double(at - rim, at - rim, size + 2 * rim, size + 2 * rim));
        shown.paintIcon(component, g, (int) Math.round(at), (int) Math.round(at));
    }
}

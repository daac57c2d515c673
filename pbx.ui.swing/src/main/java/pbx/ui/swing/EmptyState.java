package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.CardLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Something that is listed; while there is nothing, a sign and words in its place. EDT only. */
final class EmptyState {
    private static final int SIGN = 40;

    private final CardLayout cards = new CardLayout();
    private final JPanel panel = new JPanel(cards);
    private final JLabel words;

    /** @param name of the words */
    EmptyState(JComponent content, Glyph sign, String name) {
        JPanel nothing =
                new JPanel(new MigLayout("fill, insets 0 16 40 16, wrap 1", "[grow,center]", "push[]12[]push"));
        JLabel picture = sign(sign);
        words = Plain.label(name);
        words.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        nothing.setOpaque(false);
        nothing.add(picture);
        nothing.add(words, "wmin 0");
        panel.setOpaque(false);
        panel.add(content, "content");
        panel.add(nothing, "nothing");
    }

    /** A large, quiet sign. */
    static JLabel sign(Glyph glyph) {
        JLabel picture = new JLabel(glyph.large(SIGN));
        picture.putClientProperty(FlatClientProperties.STYLE, Palette.FAINT);
        return picture;
    }

    JPanel panel() {
        return panel;
    }

    /** @param why there is nothing; empty: there is something */
    void show(String why) {
        words.setText(why);
        cards.show(panel, why.isEmpty() ? "content" : "nothing");
    }
}

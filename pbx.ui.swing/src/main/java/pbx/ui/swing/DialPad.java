package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Twelve keys. What a key means is up to whoever hears it. */
final class DialPad {
    private static final String KEYS = "123456789*0#";

    private final JPanel panel = new JPanel(new MigLayout("insets 0, wrap 3, fill, gap 6 6", "[grow,fill,sg]"));

    DialPad(Texts texts, Consumer<String> pressed) {
        panel.setOpaque(false);
        panel.getAccessibleContext().setAccessibleName(texts.get("dial.pad"));
        // Who has the keys before them may type as well.
        KEYS.chars()
                .mapToObj(Character::toString)
                .forEach(key -> Keys.bind(panel, "typed " + key, () -> pressed.accept(key)));
        KEYS.chars().mapToObj(Character::toString).forEach(key -> panel.add(button(texts, key, pressed), "h 40!"));
    }

    JPanel panel() {
        return panel;
    }

    private static JButton button(Texts texts, String key, Consumer<String> pressed) {
        JButton button = Plain.button();
        button.setText(key);
        button.setName("pad." + key);
        button.putClientProperty(FlatClientProperties.STYLE, "font: +3");
        button.getAccessibleContext().setAccessibleName(spoken(texts, key));
        button.addActionListener(e -> pressed.accept(key));
        return button;
    }

    private static String spoken(Texts texts, String key) {
        return switch (key) {
            case "*" -> texts.get("dial.star");
            case "#" -> texts.get("dial.hash");
            default -> texts.get("dial.digit", key);
        };
    }
}

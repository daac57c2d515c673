package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The buttons of one call. Opposites share a button, so that the focus stays where it is. EDT only. */
final class CallButtons {
    private static final List<Set<CallAction>> SHARED = List.of(
            Set.of(CallAction.ANSWER),
            Set.of(CallAction.REJECT),
            Set.of(CallAction.HOLD, CallAction.RESUME),
            Set.of(CallAction.MUTE, CallAction.UNMUTE),
            Set.of(CallAction.HANG_UP));

    private final Texts texts;
    private final JPanel panel = new JPanel(new MigLayout("insets 0, fillx, hidemode 3, gapx 8", "[grow,fill,sg]"));
    private final Map<CallAction, JButton> shown = new EnumMap<>(CallAction.class);
    private final Map<Set<CallAction>, JButton> buttons = new LinkedHashMap<>();

    CallButtons(Texts texts, Consumer<CallAction> press) {
        this.texts = texts;
        panel.setOpaque(false);
        for (Set<CallAction> choices : SHARED) {
            JButton button = Plain.button();
            button.addActionListener(e -> pressed(button, press));
            buttons.put(choices, button);
            panel.add(
                    button,
                    choices.contains(CallAction.ANSWER) || choices.contains(CallAction.REJECT) ? "h 46!" : "h 36!");
        }
    }

    JPanel panel() {
        return panel;
    }

    /** Mnemonics only for one call at a time: with two, nobody could tell which is meant. */
    void show(Set<CallAction> actions, boolean mnemonics) {
        shown.clear();
        buttons.forEach((choices, button) -> {
            var action = choices.stream().filter(actions::contains).findFirst();
            button.setVisible(action.isPresent());
            action.ifPresent(a -> dress(a, button, mnemonics));
        });
        panel.setVisible(!actions.isEmpty());
    }

    /** Where the focus goes when it rings. */
    void focusAnswer() {
        JButton answer = shown.get(CallAction.ANSWER);
        if (answer != null) {
            answer.requestFocusInWindow();
        }
    }

    private void dress(CallAction action, JButton button, boolean mnemonics) {
        shown.put(action, button);
        if (!action.id.equals(button.getName())) {
            button.setName(action.id);
            button.setIcon(Glyph.of(action));
            button.putClientProperty(FlatClientProperties.STYLE, style(action));
        }
        Plain.caption(button, texts.get("action." + action.id));
        button.getAccessibleContext().setAccessibleName(button.getText());
        if (!mnemonics) {
            button.setMnemonic(0);
        }
        if (action == CallAction.ANSWER || action == CallAction.REJECT) {
            button.setText(button.getText() + "  (" + texts.get("action." + action.id + ".key") + ")");
        }
    }

    private void pressed(JButton button, Consumer<CallAction> press) {
        shown.entrySet().stream()
                .filter(entry -> entry.getValue() == button)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(press);
    }

    private static String style(CallAction action) {
        return switch (action) {
            case ANSWER -> Palette.GO;
            case REJECT, HANG_UP -> Palette.STOP;
            default -> null;
        };
    }
}

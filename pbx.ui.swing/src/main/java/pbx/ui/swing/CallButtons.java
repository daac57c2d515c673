package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The buttons of one call. Opposites share a button, so that the focus stays where it is. EDT only. */
final class CallButtons {
    /** Rows of buttons, and which actions each button stands for. */
    private static final List<List<Set<CallButton>>> ROWS = List.of(
            List.of(Set.of(CallButton.ANSWER), Set.of(CallButton.REJECT)),
            List.of(
                    Set.of(CallButton.HOLD, CallButton.RESUME, CallButton.SWAP),
                    Set.of(CallButton.MUTE, CallButton.UNMUTE),
                    Set.of(CallButton.HANG_UP)),
            List.of(
                    Set.of(CallButton.TRANSFER),
                    Set.of(CallButton.PARK),
                    Set.of(CallButton.RECORD, CallButton.STOP_RECORDING)),
            List.of(Set.of(CallButton.CONNECT), Set.of(CallButton.MERGE), Set.of(CallButton.BACK)));

    private final Texts texts;
    private final JPanel panel = new JPanel(new MigLayout("insets 0, fillx, hidemode 3, wrap 1", "[grow,fill]", "[]6"));
    private final Map<JPanel, List<JButton>> rows = new LinkedHashMap<>();
    private final Map<CallButton, JButton> shown = new EnumMap<>(CallButton.class);
    private final Map<JButton, Set<CallButton>> buttons = new LinkedHashMap<>();

    CallButtons(Texts texts, Consumer<CallButton> press) {
        this.texts = texts;
        panel.setOpaque(false);
        ROWS.forEach(row -> addRow(row, press));
    }

    JPanel panel() {
        return panel;
    }

    /** Mnemonics only for one call at a time: with two, nobody could tell which is meant. */
    void show(Set<CallButton> actions, boolean mnemonics) {
        shown.clear();
        buttons.forEach((button, choices) -> {
            Optional<CallButton> action =
                    choices.stream().filter(actions::contains).findFirst();
            button.setVisible(action.isPresent());
            action.ifPresent(a -> dress(a, button, mnemonics));
        });
        rows.forEach((row, all) -> row.setVisible(all.stream().anyMatch(JButton::isVisible)));
        panel.setVisible(!actions.isEmpty());
    }

    /** Where the focus goes when it rings. */
    void focusAnswer() {
        focus(CallButton.ANSWER);
    }

    void focus(CallButton action) {
        Optional.ofNullable(shown.get(action)).ifPresent(JButton::requestFocusInWindow);
    }

    private void addRow(List<Set<CallButton>> choices, Consumer<CallButton> press) {
        JPanel row = new JPanel(new MigLayout("insets 0, fillx, hidemode 3, gapx 8", "[grow,fill,sg]"));
        row.setOpaque(false);
        List<JButton> all = choices.stream().map(set -> button(set, press)).toList();
        boolean big = choices.contains(Set.of(CallButton.ANSWER));
        all.forEach(button -> row.add(button, big ? "h 46!, wmin 0" : "h 36!, wmin 0"));
        rows.put(row, all);
        panel.add(row);
    }

    private JButton button(Set<CallButton> choices, Consumer<CallButton> press) {
        JButton button = Plain.button();
        button.addActionListener(e -> pressed(button, press));
        buttons.put(button, choices);
        return button;
    }

    private void dress(CallButton action, JButton button, boolean mnemonics) {
        shown.put(action, button);
        if (!action.id.equals(button.getName())) {
            button.setName(action.id);
            button.setIcon(Glyph.of(action));
            button.putClientProperty(FlatClientProperties.STYLE, style(action));
        }
        Plain.caption(button, texts.get("action." + action.id));
        button.getAccessibleContext().setAccessibleName(button.getText());
        button.setToolTipText(texts.get("action." + action.id + ".tip"));
        if (!mnemonics) {
            button.setMnemonic(0);
        }
        if (action == CallButton.ANSWER || action == CallButton.REJECT) {
            button.setText(button.getText() + "  (" + texts.get("action." + action.id + ".key") + ")");
        }
    }

    private void pressed(JButton button, Consumer<CallButton> press) {
        shown.entrySet().stream()
                .filter(entry -> entry.getValue() == button)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(press);
    }

    private static String style(CallButton action) {
        return switch (action) {
            case ANSWER -> Palette.GO;
            case REJECT, HANG_UP -> Palette.STOP;
            case STOP_RECORDING -> Palette.RECORDING;
            default -> null;
        };
    }
}

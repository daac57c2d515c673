package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import pbx.api.call.Call;

/** A number to dial, and the keys: they type into it, or send tones while somebody is spoken to. EDT only. */
final class DialView {
    private final Texts texts;
    private final CallText words;
    private final Commands commands;
    private final JPanel panel =
            new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "push[420!,fill]push", "[]6[]6[]8[]"));
    private final AccountChoice from;
    private final JTextField number = Plain.noMarkup(new JTextField());
    private final JButton call = Plain.button();
    private final JButton redial;
    private final JToggleButton keypad = Plain.noMarkup(new JToggleButton());
    private final JPanel pad;
    private final JLabel tones = Plain.label("dial.tones");
    private Optional<Call> talking = Optional.empty();
    private boolean busy;

    DialView(Texts texts, Commands commands) {
        this.texts = texts;
        this.words = new CallText(texts);
        this.commands = commands;
        this.from = new AccountChoice(texts);
        redial = Plain.tool("redial", texts.get("dial.redial"), Glyph.REPEAT, () -> commands.redial(from.chosen()));
        panel.setOpaque(false);
        setUpNumber();
        setUpCall();
        setUpKeypad();
        tones.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        tones.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        panel.add(from.panel(), "wrap");
        pad = new DialPad(texts, this::key).panel();
        panel.add(number, "split 4, growx, pushx, wmin 0, h 42!");
        panel.add(call, "h 42!");
        panel.add(redial, "h 42!, w 42!");
        panel.add(keypad, "h 42!, w 42!, wrap");
        panel.add(tones, "wmin 0, wrap");
        panel.add(pad);
    }

    JPanel panel() {
        return panel;
    }

    JTextField number() {
        return number;
    }

    /** A number that came from elsewhere: it is shown, and dialled only when the user says so. */
    void offer(String typed) {
        number.setText(typed);
        number.requestFocusInWindow();
    }

    void draw(Desk desk) {
        from.draw(desk);
        talking = desk.talking();
        boolean room = desk.liveCalls().isEmpty() && !desk.accounts().isEmpty();
        if (busy == room) {
            // Calls need the room, and the first start does; else the keys have it.
            busy = !busy;
            keypad.setSelected(!busy);
        }
        pad.setVisible(keypad.isSelected());
        tones.setVisible(talking.isPresent() && keypad.isSelected());
        talking.ifPresent(c -> tones.setText(texts.get("dial.tones", words.who(c.remote()))));
    }

    private void setUpNumber() {
        number.setName("number");
        number.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("dial.hint"));
        number.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        number.putClientProperty(FlatClientProperties.STYLE, "font: +3");
        number.putClientProperty(FlatClientProperties.TEXT_FIELD_PADDING, Sizes.padding());
        number.getAccessibleContext().setAccessibleName(texts.get("dial.field"));
        Keys.bind(number, "ENTER", this::dial, () -> !number.getText().isBlank());
        Keys.bind(number, "ESCAPE", () -> number.setText(""), () -> !number.getText()
                .isEmpty());
    }

    private void setUpCall() {
        Plain.caption(call, texts.get("dial.button")).setName("dial");
        call.setIcon(Glyph.LIFT);
        call.putClientProperty(FlatClientProperties.STYLE, Palette.GO);
        call.addActionListener(e -> dial());
    }

    private void setUpKeypad() {
        keypad.setName("pad");
        keypad.setIcon(Glyph.KEYPAD);
        keypad.setSelected(true);
        keypad.putClientProperty("JButton.buttonType", "toolBarButton");
        keypad.setToolTipText(texts.get("dial.keypad"));
        keypad.getAccessibleContext().setAccessibleName(texts.get("dial.keypad"));
        keypad.addActionListener(e -> {
            pad.setVisible(keypad.isSelected());
            tones.setVisible(talking.isPresent() && keypad.isSelected());
            panel.revalidate();
        });
    }

    /** Shows the keys, or puts them away. */
    void toggleKeypad() {
        keypad.doClick(0);
    }

    // A second press while the first is on its way would be a second call.
    private void dial() {
        if (!call.isEnabled()) {
            return;
        }
        String typed = number.getText();
        call.setEnabled(false);
        commands.dial(from.chosen(), typed)
                .thenAcceptAsync(placed -> dialled(typed, placed), SwingUtilities::invokeLater);
    }

    private void dialled(String typed, boolean placed) {
        call.setEnabled(true);
        if (placed && number.getText().equals(typed)) {
            number.setText("");
        }
    }

    private void key(String digit) {
        if (talking.isPresent()) {
            commands.press(talking.get().id(), digit);
        } else {
            number.replaceSelection(digit);
        }
    }
}

package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.Instant;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import pbx.api.call.Call;

/** One call: who, how it stands, how long, and what can be done. EDT only. */
final class CallCard {
    private final Texts texts;
    private final CallText words;
    private final JPanel panel =
            new JPanel(new MigLayout("insets 14 16 14 16, fillx, hidemode 3", "[grow,fill][right]", "[]2[]10[]"));
    private final JLabel name = Plain.label("call.who");
    private final JLabel duration = Plain.label("call.duration");
    private final JLabel number = Plain.label("call.number");
    private final JLabel state = Plain.label("call.state");
    private final CallButtons buttons;

    CallCard(Texts texts, Consumer<CallAction> press) {
        this.texts = texts;
        this.words = new CallText(texts);
        this.buttons = new CallButtons(texts, press);
        name.putClientProperty(FlatClientProperties.STYLE, "font: bold +3");
        duration.putClientProperty(FlatClientProperties.STYLE, "font: +3; " + Palette.QUIET);
        number.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        panel.add(name, "wmin 0");
        panel.add(duration, "wrap");
        panel.add(state, "wmin 0");
        panel.add(number, "wrap");
        panel.add(buttons.panel(), "span, growx");
    }

    JPanel panel() {
        return panel;
    }

    void draw(Call call, Instant now, boolean mnemonics) {
        name.setText(words.who(call.remote()));
        number.setText(words.number(call.remote()));
        state.setText(words.state(call));
        state.setIcon(Lamp.of(call));
        duration.setText(words.duration(call, now));
        buttons.show(CallAction.of(call), mnemonics);
        panel.setName("call." + call.id());
        panel.getAccessibleContext().setAccessibleName(texts.get("call.name", name.getText()) + ", " + state.getText());
        panel.putClientProperty(FlatClientProperties.STYLE, ground(call));
    }

    void focusAnswer() {
        buttons.focusAnswer();
    }

    private static String ground(Call call) {
        if (call.offered()) {
            return Palette.CARD_OFFERED;
        }
        return call.state().over() ? Palette.CARD_ENDED : Palette.CARD;
    }
}

package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.Instant;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.CallState;

/** One call: who, how it stands, how long, how it sounds, and what can be done. EDT only. */
final class CallCard {
    private final Texts texts;
    private final CallText words;
    private final CallHandler handler;
    private final CallDrag drag;
    private final CallId id;
    private final JPanel panel =
            new JPanel(new MigLayout("insets 14 16 14 16, fillx, hidemode 3", "[grow,fill][right]", "[]2[]0[]0[]"));
    private final JLabel name = Plain.label("call.who");
    private final JLabel duration = Plain.label("call.duration");
    private final JLabel number = Plain.label("call.number");
    private final JLabel state = Plain.label("call.state");
    private final JLabel recording = Plain.label("call.recording");
    private final SoundLine sound;
    private final CallButtons buttons;
    private Optional<Picker> picker = Optional.empty();
    private Optional<Call> drawn = Optional.empty();

    CallCard(Texts texts, CallHandler handler, CallDrag drag, CallId id) {
        this.texts = texts;
        this.words = new CallText(texts);
        this.handler = handler;
        this.drag = drag;
        this.id = id;
        this.sound = new SoundLine(texts);
        this.buttons = new CallButtons(texts, this::pressed);
        panel.setName("call." + id);
        name.putClientProperty(FlatClientProperties.STYLE, "font: bold +3");
        duration.putClientProperty(FlatClientProperties.STYLE, "font: +3; " + Palette.QUIET);
        number.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        recording.putClientProperty(FlatClientProperties.STYLE, Palette.BADGE);
        recording.setText(texts.get("call.recording"));
        panel.add(name, "wmin 0, split 2, growx, pushx");
        panel.add(recording, "growx 0, pushx 0");
        panel.add(duration, "wrap");
        panel.add(state, "wmin 0");
        panel.add(number, "wrap");
        panel.add(sound.panel(), "span, growx, wmin 0, gaptop 8, wrap");
        panel.add(buttons.panel(), "span, growx, gaptop 8, wrap");
        drag.take(panel);
    }

    JPanel panel() {
        return panel;
    }

    void draw(Desk desk, Call call, Instant now, boolean mnemonics) {
        drawn = Optional.of(call);
        drag.draw(call);
        name.setText(words.who(call.remote()));
        number.setText(words.number(call.remote()));
        state.setText(
                words.state(call, desk.talking().filter(t -> !t.id().equals(id)).isPresent()));
        state.setIcon(Lamp.of(call));
        duration.setText(words.duration(call, now));
        recording.setVisible(call.recording() && !call.state().over());
        sound.draw(call, Optional.ofNullable(desk.qualities().get(id)));
        buttons.show(CallAction.of(call, desk.beside(call)), mnemonics);
        panel.getAccessibleContext().setAccessibleName(texts.get("call.name", name.getText()) + ", " + state.getText());
        panel.putClientProperty(FlatClientProperties.STYLE, ground(call));
        if (call.state() == CallState.ACTIVE) {
            picker.ifPresent(open -> open.draw(desk));
        } else {
            closePicker();
        }
    }

    /** Ten times a second while the card is on the screen. */
    void tick() {
        drawn.filter(call -> sound.panel().isShowing())
                .ifPresent(call -> handler.levels(id, sound.meters(call.muted())));
    }

    void focusAnswer() {
        buttons.focusAnswer();
    }

    private void pressed(CallAction action) {
        if (action.asks()) {
            open(action);
        } else {
            handler.act(action, id);
        }
    }

    private void open(CallAction action) {
        closePicker();
        Picker asked = Pickers.of(action, texts, handler, id, () -> {
            closePicker();
            buttons.focus(action);
        });
        picker = Optional.of(asked);
        panel.add(asked.panel(), "span, growx, wmin 0, gaptop 8");
        asked.draw(handler.desk());
        panel.revalidate();
        asked.focus();
    }

    private void closePicker() {
        picker.ifPresent(open -> {
            panel.remove(open.panel());
            panel.revalidate();
            panel.repaint();
        });
        picker = Optional.empty();
    }

    private static String ground(Call call) {
        if (call.offered()) {
            return Palette.CARD_OFFERED;
        }
        return call.state().over() ? Palette.CARD_ENDED : Palette.CARD;
    }
}

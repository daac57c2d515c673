package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;
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
            new JPanel(new MigLayout("insets 14 16 16 16, fillx, hidemode 3", "[]12[grow,fill][right]", "[]2[]0[]0[]"));
    private final JLabel disc = Plain.label("call.disc");
    private final JLabel name = Plain.label("call.who");
    private final JLabel duration = Plain.label("call.duration");
    private final JLabel number = Plain.label("call.number");
    private final JLabel state = Plain.label("call.state");
    private final JLabel recording = Plain.label("call.recording");
    private final JButton more;
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
        this.more = Plain.tool("call.more", texts.get("call.more"), Glyph.MORE, this::showOffers);
        this.sound = new SoundLine(texts);
        this.buttons = new CallButtons(texts, this::pressed);
        panel.setName("call." + id);
        name.putClientProperty(FlatClientProperties.STYLE, "font: bold +3");
        duration.putClientProperty(FlatClientProperties.STYLE, "font: +3; " + Palette.QUIET);
        number.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        recording.putClientProperty(FlatClientProperties.STYLE, Palette.BADGE);
        recording.setText(texts.get("call.recording"));
        panel.add(disc, "cell 0 0 1 2, aligny center");
        panel.add(name, "cell 1 0, wmin 0, growx, pushx");
        panel.add(recording, "cell 1 0, growx 0, pushx 0");
        panel.add(duration, "cell 2 0");
        panel.add(more, "cell 2 0, h 28!, w 28!");
        panel.add(state, "cell 1 1, wmin 0");
        panel.add(number, "cell 2 1");
        panel.add(sound.panel(), "cell 0 2 3 1, growx, wmin 0, gaptop 10");
        panel.add(buttons.panel(), "cell 0 3 3 1, growx, gaptop 12");
        drag.take(panel);
    }

    JPanel panel() {
        return panel;
    }

    void draw(Desk desk, Call call, Instant now, boolean mnemonics) {
        drawn = Optional.of(call);
        drag.draw(call);
        name.setText(words.who(call.remote()));
        disc.setIcon(Avatar.of(call.remote().name(), Optional.empty()));
        number.setText(words.number(call.remote()));
        state.setText(
                words.state(call, desk.talking().filter(t -> !t.id().equals(id)).isPresent()));
        state.setIcon(Lamp.of(call));
        duration.setText(words.duration(call, now));
        recording.setVisible(call.recording() && !call.state().over());
        more.setVisible(!handler.offers(call).isEmpty());
        sound.draw(call, Optional.ofNullable(desk.qualities().get(id)));
        buttons.show(CallButton.of(call, desk.beside(call)), mnemonics);
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

    // Plugins' actions come and go: the menu is made when it is asked for.
    private void showOffers() {
        JPopupMenu menu = new JPopupMenu();
        drawn.map(handler::offers).orElse(List.of()).forEach(offer -> {
            JMenuItem item = Plain.noMarkup(new JMenuItem(offer.label(), Glyph.PLUG));
            item.setName("call.plugin " + offer.label());
            item.addActionListener(e -> handler.act(offer, id));
            menu.add(item);
        });
        menu.show(more, 0, more.getHeight());
    }

    private void pressed(CallButton action) {
        if (action.asks()) {
            open(action);
        } else {
            handler.act(action, id);
        }
    }

    private void open(CallButton action) {
        closePicker();
        Picker asked = Pickers.of(action, texts, handler, id, () -> {
            closePicker();
            buttons.focus(action);
        });
        picker = Optional.of(asked);
        panel.add(asked.panel(), "cell 0 4 3 1, growx, wmin 0, gaptop 8");
        asked.draw(handler.desk());
        panel.revalidate();
        asked.focus();
        // It may lie below the edge.
        SwingUtilities.invokeLater(() -> panel.scrollRectToVisible(asked.panel().getBounds()));
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
        if (call.state().over()) {
            return Palette.CARD_ENDED;
        }
        return call.heldHere() ? Palette.CARD_HELD : Palette.CARD;
    }
}

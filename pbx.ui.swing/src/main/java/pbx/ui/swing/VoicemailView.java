package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import pbx.api.message.Voicemail;
import pbx.api.message.VoicemailChange;
import pbx.api.message.Voicemails;

/** Messages that callers left: play, call back, delete. EDT only. */
final class VoicemailView {
    private final Texts texts;
    private final CallText words;
    private final Times times;
    private final Commands commands;
    private final Player player;
    private final JPanel panel =
            new JPanel(new MigLayout("insets 12 12 8 10, fill, hidemode 3", "[grow,fill][]", "[]0[grow,fill]6[]"));
    private final JLabel problem = Plain.label("voicemail.problem");
    private final JLabel count = Plain.label("voicemail.count");
    private final RowList<Voicemail> rows;
    private final JButton play;
    private final List<JButton> actions;
    private Optional<Object> sure = Optional.empty();
    private Mail drawn = Mail.EMPTY;

    VoicemailView(Texts texts, Commands commands, Player player, Clock clock) {
        this.texts = texts;
        this.words = new CallText(texts);
        this.times = new Times(texts, ZoneId.systemDefault());
        this.commands = commands;
        this.player = player;
        rows = new RowList<>(
                "voicemail",
                texts.get("voicemail.name"),
                Glyph.TAPE,
                VoicemailView::key,
                (row, message) -> row.show(
                        message.heard() ? Glyph.ENVELOPE : Glyph.ENVELOPE_NEW,
                        !message.heard(),
                        words.who(message.from()),
                        times.when(message.left(), clock.instant()),
                        what(message)),
                this::play);
        play = Plain.tool("voicemail.play", texts.get("voicemail.play"), Glyph.PLAY, this::play);
        actions = List.of(
                play,
                Plain.tool("voicemail.callBack", texts.get("voicemail.callBack"), Glyph.LIFT, this::callBack),
                Plain.tool("voicemail.delete", texts.get("voicemail.delete"), Glyph.BIN, this::delete));
        lay();
        refill();
    }

    JPanel panel() {
        return panel;
    }

    void draw(Desk desk) {
        if (desk.mail().voicemail() != drawn.voicemail()) {
            drawn = desk.mail();
            refill();
        }
    }

    /** The window is taken away: nobody could stop what goes on playing. */
    void close() {
        player.close();
    }

    private void lay() {
        panel.putClientProperty(FlatClientProperties.STYLE, "background: $List.background");
        problem.putClientProperty(FlatClientProperties.STYLE, Palette.FAILURE);
        count.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        count.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        panel.add(problem, "cell 0 0 2 1, wmin 0");
        panel.add(rows.panel(), "cell 0 1 2 1");
        panel.add(count, "cell 0 2, gapleft 4, wmin 0");
        actions.forEach(action -> panel.add(action, "cell 1 2, h 30!"));
        rows.list().addListSelectionListener(e -> unsure());
        Keys.bind(rows.list(), "ENTER", this::play);
        Keys.bind(rows.list(), "DELETE", this::delete);
    }

    // Each account's mailbox numbers its messages itself.
    private static Object key(Voicemail message) {
        return List.of(message.account(), message.id());
    }

    private String what(Voicemail message) {
        String number = words.number(message.from());
        String length = times.length(message.length());
        return number.isEmpty() || length.isEmpty() ? number + length : number + " · " + length;
    }

    /** Plays the message, or stops the one that plays. */
    private void play() {
        if (player.stop()) {
            play.setIcon(Glyph.PLAY);
            return;
        }
        rows.selected().ifPresent(message -> commands.<Voicemails, byte[]>ask(
                        Voicemails.class, mail -> mail.sound(message.account(), message.id()))
                .thenAcceptAsync(sound -> sound.ifPresent(this::play), SwingUtilities::invokeLater));
    }

    private void play(byte[] sound) {
        play.setIcon(Glyph.STOP);
        player.play(
                sound,
                problem -> SwingUtilities.invokeLater(() -> {
                    play.setIcon(Glyph.PLAY);
                    problem.ifPresent(why -> commands.say("voicemail.silent", why));
                }));
    }

    private void callBack() {
        rows.selected()
                .ifPresent(message -> commands.dial(
                        Optional.of(message.account()), message.from().number()));
    }

    // A deleted message is gone: it takes two presses.
    private void delete() {
        rows.selected().ifPresent(message -> {
            if (sure.equals(Optional.of(key(message)))) {
                unsure();
                commands.tell(Voicemails.class, mail -> mail.delete(message.account(), message.id()));
            } else {
                sure = Optional.of(key(message));
                count.setText(texts.get("voicemail.sure"));
            }
        });
    }

    private void unsure() {
        sure = Optional.empty();
        rows.explain(texts.get("voicemail.none"));
        count.setText(rows.size() > 0 ? texts.get("voicemail.count", rows.size()) : "");
        actions.forEach(action -> action.setVisible(rows.size() > 0));
    }

    private void refill() {
        rows.fill(drawn.messages());
        unsure();
        problem.setText(drawn.voicemail().values().stream()
                .map(VoicemailChange::problem)
                .flatMap(Optional::stream)
                .map(Plain::line)
                .collect(Collectors.joining(" ")));
        problem.setVisible(!problem.getText().isEmpty());
    }
}

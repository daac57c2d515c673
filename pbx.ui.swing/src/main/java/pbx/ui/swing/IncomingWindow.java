package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.GraphicsConfiguration;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import pbx.api.call.Call;
import pbx.api.call.CallId;

/**
 * Who calls, in the corner of the screen, above all other windows, while the softphone's own window is not the one in front.
 * It asks for the keyboard, so that a call can be answered without a mouse; but whoever is in the middle of a word is not
 * taken at it: keys count only after a moment of quiet. EDT only.
 */
final class IncomingWindow {
    private final KeyPause pause = new KeyPause(System::nanoTime);
    private final Texts texts;
    private final CallText words;
    private final CallHandler handler;
    private final JFrame frame = new JFrame();
    private final JPanel panel = new JPanel(
            new MigLayout("insets 16 18 16 18, fillx, hidemode 3", "[grow,fill,sg][grow,fill,sg]", "[]14[]"));
    private final JLabel disc = Plain.label("incoming.disc");
    private final JLabel heading = Plain.label("incoming.heading");
    private final JLabel who = Plain.label("incoming.who");
    private final JLabel number = Plain.label("incoming.number");
    private Optional<CallId> shown = Optional.empty();

    IncomingWindow(Texts texts, CallHandler handler) {
        this.texts = texts;
        this.words = new CallText(texts);
        this.handler = handler;
        frame.setName("incoming");
        frame.setUndecorated(true);
        frame.setType(java.awt.Window.Type.POPUP);
        frame.setAlwaysOnTop(true);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.setIconImages(AppIcon.images());
        heading.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        who.putClientProperty(FlatClientProperties.STYLE, "font: bold +5");
        number.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        panel.putClientProperty(FlatClientProperties.STYLE, Palette.INCOMING);
        JPanel words = new JPanel(new MigLayout("insets 0, fillx, hidemode 3, wrap 1", "[grow,fill]", "[]2[]2[]"));
        words.setOpaque(false);
        words.add(heading, "wmin 0");
        words.add(who, "wmin 0");
        words.add(number, "wmin 0");
        panel.add(disc, "span, split 2, growx 0, aligny center, gapright 14");
        panel.add(words, "growx, pushx, wmin 0, wrap");
        panel.add(button(CallButton.ANSWER, "incoming.answer", Palette.GO), "h 42!");
        panel.add(button(CallButton.REJECT, "incoming.reject", Palette.STOP), "h 42!");
        frame.add(panel);
        Keys.bind(panel, "ENTER", () -> byKey(CallButton.ANSWER));
        Keys.bind(panel, "ESCAPE", () -> byKey(CallButton.REJECT));
    }

    JFrame frame() {
        return frame;
    }

    /** @param behind the softphone's own window is not in front, so that this one is needed */
    void draw(Desk desk, boolean behind) {
        Optional<Call> offered = desk.offered();
        if (offered.isEmpty()) {
            hide();
        } else if (behind || frame.isVisible()) {
            show(desk, offered.get());
        }
    }

    void hide() {
        shown = Optional.empty();
        frame.setVisible(false);
    }

    private void show(Desk desk, Call call) {
        heading.setText(words.state(call, desk.talking().isPresent()));
        heading.setIcon(Lamp.of(call));
        disc.setIcon(Avatar.of(call.remote().name(), Optional.empty()));
        who.setText(words.who(call.remote()));
        number.setText(words.number(call.remote()));
        number.setVisible(!number.getText().isEmpty());
        frame.setTitle(texts.get("incoming.title", who.getText()));
        frame.getAccessibleContext().setAccessibleName(frame.getTitle());
        boolean fresh = !shown.equals(Optional.of(call.id()));
        shown = Optional.of(call.id());
        if (fresh) {
            pause.begin();
            place();
            frame.setVisible(true);
            frame.toFront();
        }
    }

    private void place() {
        frame.setSize(Sizes.of(440, 10).width, panel.getPreferredSize().height);
        GraphicsConfiguration screen = frame.getGraphicsConfiguration();
        Rectangle all = screen.getBounds();
        Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen);
        int air = Sizes.of(16, 0).width;
        frame.setLocation(
                all.x + all.width - taken.right - frame.getWidth() - air,
                all.y + all.height - taken.bottom - frame.getHeight() - air);
    }

    private void byKey(CallButton action) {
        if (pause.over()) {
            act(action);
        } else {
            pause.begin();
        }
    }

    private void act(CallButton action) {
        shown.ifPresent(id -> handler.act(action, id));
    }

    private JButton button(CallButton action, String name, String style) {
        JButton button = Plain.caption(Plain.button(), texts.get("action." + action.id));
        button.setName(name);
        button.setIcon(Glyph.of(action));
        button.getAccessibleContext().setAccessibleName(button.getText());
        button.setText(button.getText() + "  (" + texts.get("action." + action.id + ".key") + ")");
        button.putClientProperty(FlatClientProperties.STYLE, style);
        button.addActionListener(e -> act(action));
        return button;
    }
}

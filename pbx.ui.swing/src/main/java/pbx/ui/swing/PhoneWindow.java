package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Frame;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.RepaintManager;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import pbx.api.call.Call;
import pbx.api.call.CallId;

/** The window: the directory on the left, calls and keys on the right, accounts below. EDT only. */
final class PhoneWindow {
    private static final int SECOND = 1000;

    private final Texts texts;
    private final Scene scene;
    private final Clock clock;
    private final Commands commands;
    private final JFrame frame = new JFrame();
    private final DirectoryView directory;
    private final CallView calls;
    private final DialView dial;
    private final StatusBar status;
    private final Timer tick;
    private Optional<CallId> ringing = Optional.empty();

    PhoneWindow(Texts texts, Commands commands, Scene scene, Clock clock) {
        this.texts = texts;
        this.scene = scene;
        this.clock = clock;
        this.commands = commands;
        directory = new DirectoryView(
                texts, this::dial, () -> scene.desk().offered().isPresent());
        calls = new CallView(texts, commands::act);
        dial = new DialView(texts, commands);
        status = new StatusBar(texts, commands);
        tick = new Timer(SECOND, e -> scene.change(desk -> desk.at(clock.instant())));
        setUpFrame();
        setUpKeys(frame.getRootPane());
    }

    void open() {
        frame.setVisible(true);
        scene.show(this::draw);
    }

    /**
     * Takes the window off the screen and tells when the display has taken the focus from it. AWT would remember a window that
     * is disposed of before that, and with it this bundle, until another one is active.
     */
    void withdraw(Runnable unfocused) {
        scene.hide();
        tick.stop();
        frame.addWindowFocusListener(new WindowAdapter() {
            @Override
            public void windowLostFocus(WindowEvent e) {
                unfocused.run();
            }
        });
        frame.setVisible(false);
    }

    void dispose() {
        scene.hide();
        tick.stop();
        frame.dispose();
        if (Stream.of(Window.getWindows()).noneMatch(Window::isDisplayable)) {
            // Swing's painter remembers the window that it painted last.
            RepaintManager.setCurrentManager(null);
        }
    }

    private void draw(Desk desk) {
        frame.setTitle(title(desk));
        directory.draw(desk);
        calls.draw(desk, clock.instant());
        dial.draw(desk);
        status.draw(desk);
        attend(desk.offered().map(Call::id));
        if (desk.ticks()) {
            tick.start();
        } else {
            tick.stop();
        }
    }

    private void attend(Optional<CallId> offered) {
        if (offered.isPresent() && !offered.equals(ringing)) {
            frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
            frame.toFront();
            if (!isTyping(frame.getFocusOwner())) {
                frame.validate();
                calls.focusAnswer(offered.get());
            }
        }
        ringing = offered;
    }

    // Who is typing keeps the keyboard: Enter must not answer a call by accident.
    private static boolean isTyping(Component focused) {
        return focused instanceof JTextComponent field && !field.getText().isBlank();
    }

    private void dial(Person person) {
        commands.dial(Optional.of(person.presence().seenBy()), person.presence().number());
    }

    private String title(Desk desk) {
        return desk.accounts().values().stream()
                .findFirst()
                .map(account -> texts.get("window.titleOf", Plain.line(account.label())))
                .orElseGet(() -> texts.get("window.title"));
    }

    private void setUpFrame() {
        frame.setName("softphone");
        frame.setTitle(texts.get("window.title"));
        frame.setIconImages(AppIcon.images());
        // Calls go on when the window is closed, so it only steps aside.
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                frame.setExtendedState(Frame.ICONIFIED);
            }
        });
        frame.add(new ViewTabs(texts, middle(), scene.views).panel(), BorderLayout.CENTER);
        frame.add(status.panel(), BorderLayout.SOUTH);
        frame.setMinimumSize(Sizes.of(680, 480));
        frame.setSize(Sizes.of(920, 680));
        frame.setLocationByPlatform(true);
    }

    private JSplitPane middle() {
        JPanel right = new JPanel(new MigLayout("insets 16 16 14 16, fill", "[grow,fill]", "[grow,fill]14[]"));
        right.putClientProperty(FlatClientProperties.STYLE, Palette.GROUND);
        right.add(calls.panel(), "hmin 0, wmin 0, wrap");
        right.add(dial.panel());
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, directory.panel(), right);
        split.setDividerLocation(Sizes.of(340, 0).width);
        split.setResizeWeight(0.3);
        split.setBorder(BorderFactory.createEmptyBorder());
        split.putClientProperty(FlatClientProperties.STYLE, "style: plain; dividerSize: 3; " + Palette.GROUND);
        return split;
    }

    private void setUpKeys(JComponent root) {
        Keys.bind(root, "ctrl F", directory.search()::requestFocusInWindow);
        Keys.bind(root, "ctrl N", dial.number()::requestFocusInWindow);
        Keys.bind(root, "ENTER", () -> actOnOffered(CallAction.ANSWER), this::isRinging);
        Keys.bind(root, "ESCAPE", () -> actOnOffered(CallAction.REJECT), this::isRinging);
    }

    private boolean isRinging() {
        return scene.desk().offered().isPresent();
    }

    private void actOnOffered(CallAction action) {
        scene.desk().offered().ifPresent(call -> commands.act(action, call.id()));
    }
}

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
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.WindowConstants;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import pbx.api.call.Call;
import pbx.api.call.CallId;
import pbx.api.call.Dialable;

/** The window: people, history and messages on the left, calls and keys on the right, accounts below. EDT only. */
final class PhoneWindow {
    private static final int SECOND = 1000;
    private static final int TENTH = 100;
    private static final int UNFOCUSED_MILLIS = 300;

    private final Texts texts;
    private final Commands commands;
    private final Scene scene;
    private final Clock clock;
    private final JFrame frame = new JFrame();
    private final LeftPages pages;
    private final CallView calls;
    private final DialView dial;
    private final StatusBar status;
    private final IncomingWindow incoming;
    private final SettingsWindow settings;
    private final TrayMark tray;
    private final Place place;
    private final Timer tick;
    private final Timer meters;
    private Optional<CallId> ringing = Optional.empty();

    PhoneWindow(Texts texts, Commands commands, Scene scene, Clock clock) {
        this.texts = texts;
        this.commands = commands;
        this.scene = scene;
        this.clock = clock;
        CallHandler handler = new CallHandler(commands, scene::desk, scene.callActions);
        pages = new LeftPages(texts, commands, scene, clock);
        calls = new CallView(texts, handler, () -> new CallDrag(pages.directory()::at, pages.people()::hand));
        calls.welcome(new Welcome(texts, commands).panel());
        dial = new DialView(texts, commands);
        settings = new SettingsWindow(texts, commands, frame);
        status = new StatusBar(texts, commands, settings::open);
        incoming = new IncomingWindow(texts, handler);
        tray = new TrayMark(texts, this::front);
        place = new Place(frame, bounds -> commands.keep("window", bounds));
        tick = new Timer(SECOND, e -> scene.change(desk -> desk.at(clock.instant())));
        meters = new Timer(TENTH, e -> calls.tick());
        setUpFrame();
        setUpKeys(frame.getRootPane());
    }

    void open(Runnable activated) {
        place.restore(scene.desk().kept().window());
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowActivated(WindowEvent e) {
                activated.run();
            }
        });
        frame.setVisible(true);
        place.watch();
        tray.show();
        scene.show(this::draw);
    }

    /** Puts a number into the field, and the window in front: a link was followed. Dialled only when the user says so. */
    void offer(Dialable number) {
        front();
        dial.offer(number.number());
        commands.inform(
                "link.confirm",
                Plain.line(number.shown()),
                Plain.line(number.confirm().orElse("")));
    }

    /**
     * Takes the windows off the screen, and disposes of them when the display has taken the focus from them, or a moment later
     * if it has nothing to take. AWT would remember a window that is disposed of before that, and with it this bundle, until
     * another one is active.
     */
    void withdraw() {
        rest();
        Runnable end = this::dispose;
        Timer late = new Timer(UNFOCUSED_MILLIS, e -> end.run());
        late.setRepeats(false);
        late.start();
        Window focused = Stream.of(incoming.frame(), settings.frame(), frame)
                .filter(Window::isFocused)
                .findFirst()
                .map(Window.class::cast)
                .orElse(frame);
        focused.addWindowFocusListener(new WindowAdapter() {
            @Override
            public void windowLostFocus(WindowEvent e) {
                late.stop();
                SwingUtilities.invokeLater(end); // AWT is not through with the event yet
            }
        });
        incoming.hide();
        settings.close();
        frame.setVisible(false);
    }

    void dispose() {
        rest();
        settings.close();
        incoming.frame().dispose();
        settings.frame().dispose();
        frame.dispose();
        if (Stream.of(Window.getWindows()).noneMatch(Window::isDisplayable)) {
            // Swing's painter remembers the window that it painted last.
            RepaintManager.setCurrentManager(null);
        }
    }

    private void rest() {
        scene.hide();
        pages.close();
        tray.remove();
        place.stop();
        tick.stop();
        meters.stop();
    }

    private void draw(Desk desk) {
        frame.setTitle(title(desk));
        pages.draw(desk);
        calls.draw(desk, clock.instant());
        dial.draw(desk);
        status.draw(desk);
        settings.draw(desk);
        tray.draw(desk);
        attend(desk);
        run(tick, desk.ticks());
        run(meters, desk.talking().isPresent());
    }

    private static void run(Timer timer, boolean on) {
        if (on) {
            timer.start();
        } else {
            timer.stop();
        }
    }

    private void attend(Desk desk) {
        Optional<CallId> offered = desk.offered().map(Call::id);
        boolean fresh = offered.isPresent() && !offered.equals(ringing);
        boolean taken = offered.isEmpty() && ringing.isPresent() && desk.calls().containsKey(ringing.get());
        incoming.draw(desk, fresh && !inFront());
        if (fresh && inFront() && !isTyping(frame.getFocusOwner())) {
            frame.validate();
            calls.focusAnswer(offered.get());
        }
        if (taken && desk.calls().get(ringing.get()).state().answered()) {
            front();
        }
        ringing = offered;
    }

    private boolean inFront() {
        return frame.isActive() && (frame.getExtendedState() & Frame.ICONIFIED) == 0;
    }

    private void front() {
        frame.setVisible(true);
        frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
        frame.toFront();
    }

    // Who is typing keeps the keyboard: Enter must not answer a call by accident.
    private static boolean isTyping(Component focused) {
        return focused instanceof JTextComponent field
                && field.isEditable()
                && !field.getText().isBlank();
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
        frame.add(new ViewTabs(texts, middle(), scene).panel(), BorderLayout.CENTER);
        frame.add(status.panel(), BorderLayout.SOUTH);
        frame.setMinimumSize(Sizes.of(700, 520));
        frame.setSize(Sizes.of(960, 740));
    }

    private JSplitPane middle() {
        JPanel right = new JPanel(new MigLayout("insets 16 16 14 16, fill", "[grow,fill]", "[grow,fill]14[]"));
        right.putClientProperty(FlatClientProperties.STYLE, Palette.GROUND);
        right.add(calls.panel(), "hmin 0, wmin 0, wrap");
        right.add(dial.panel());
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, pages.panel(), right);
        split.setDividerLocation(Sizes.of(360, 0).width);
        split.setResizeWeight(0.3);
        split.setBorder(BorderFactory.createEmptyBorder());
        split.putClientProperty(FlatClientProperties.STYLE, "style: plain; dividerSize: 3; " + Palette.GROUND);
        return split;
    }

    private void setUpKeys(JComponent root) {
        Keys.bind(root, "ctrl F", pages::search);
        Keys.bind(root, "ctrl N", dial.number()::requestFocusInWindow);
        Keys.bind(root, "ctrl K", dial::toggleKeypad);
        Keys.bind(root, "ctrl COMMA", settings::open);
        Keys.bind(root, "ENTER", () -> calls.actOnOffered(CallButton.ANSWER), this::isRinging);
        Keys.bind(root, "ESCAPE", () -> calls.actOnOffered(CallButton.REJECT), this::isRinging);
    }

    private boolean isRinging() {
        return scene.desk().offered().isPresent();
    }
}

package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Frame;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionStatus;
import pbx.api.settings.Page;
import pbx.api.settings.Pages;

/** The platform's settings, drawn from their definitions, and the devices. Made when it is first asked for. EDT only. */
final class SettingsWindow {
    private final Texts texts;
    private final Commands commands;
    private final DevicesView devices;
    private final JFrame frame = new JFrame();
    private final RowList<Topic> topics;
    private final JPanel right = new JPanel(new BorderLayout());
    private List<Page> pages = List.of();
    private Optional<AccountLine> account = Optional.empty();
    private Desk drawn = Desk.EMPTY;

    /** One line on the left: the devices, or a page. */
    private record Topic(String title, String below, Optional<Page> page) {
        Object id() {
            return page.<Object>map(p -> List.of(p.pid(), p.name())).orElse("devices");
        }
    }

    SettingsWindow(Texts texts, Commands commands, Frame beside) {
        this.texts = texts;
        this.commands = commands;
        this.devices = new DevicesView(texts, commands);
        topics = new RowList<>(
                "settings",
                texts.get("settings.name"),
                Glyph.GEAR,
                Topic::id,
                (row, topic) -> row.show(sign(topic), false, Plain.line(topic.title()), "", Plain.line(below(topic))),
                () -> {});
        topics.list().addListSelectionListener(e -> {
            if (!e.getValueIsAdjusting()) {
                topics.selected().ifPresent(this::show);
            }
        });
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, true, topics.panel(), right);
        topics.list().setBorder(BorderFactory.createEmptyBorder(Sizes.of(0, 8).height, 0, 0, 0));
        split.setDividerLocation(Sizes.of(270, 0).width);
        split.setDividerSize(Sizes.of(3, 0).width);
        split.setBorder(BorderFactory.createEmptyBorder());
        frame.setName("settings.window");
        frame.setTitle(texts.get("settings.name"));
        frame.setIconImages(AppIcon.images());
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                close();
            }
        });
        frame.add(split);
        frame.setSize(Sizes.of(820, 620));
        frame.setLocationRelativeTo(beside);
        Keys.bind(frame.getRootPane(), "ESCAPE", this::close);
    }

    JFrame frame() {
        return frame;
    }

    /** Shows the window with what is set now. */
    void open() {
        frame.setVisible(true);
        frame.toFront();
        reload();
        topics.list().requestFocusInWindow();
    }

    void draw(Desk desk) {
        devices.draw(desk);
        if (desk.accounts() != drawn.accounts() || desk.presences() != drawn.presences()) {
            drawn = desk;
            topics.list().repaint();
            drawAccount();
        }
    }

    private void drawAccount() {
        account.ifPresent(line -> status(line.account()).ifPresent(now -> line.draw(now, drawn.own(line.account()))));
    }

    private Optional<ConnectionStatus> status(AccountId id) {
        return Optional.ofNullable(drawn.accounts().get(id));
    }

    private Optional<ConnectionStatus> status(Topic topic) {
        return topic.page()
                .filter(page ->
                        page.pid().equals(Welcome.ACCOUNT) && !page.name().isEmpty())
                .flatMap(page -> status(new AccountId(page.name())));
    }

    private Icon sign(Topic topic) {
        Icon other = topic.page().isEmpty() ? Glyph.SPEAKER : Glyph.GEAR;
        return status(topic).<Icon>map(status -> Lamp.of(status.state())).orElse(other);
    }

    private String below(Topic topic) {
        return status(topic).map(new AccountText(texts)::state).orElse(topic.below());
    }

    /** The microphone is open only while one can see it. */
    void close() {
        devices.stop();
        frame.setVisible(false);
    }

    private void reload() {
        commands.<Pages, List<Page>>ask(
                        Pages.class, pages -> pages.list(texts.locale().toLanguageTag()))
                .thenAcceptAsync(found -> fill(found.orElse(List.of())), SwingUtilities::invokeLater);
    }

    private void fill(List<Page> found) {
        if (!frame.isVisible()) { // closed while it was asked
            return;
        }
        pages = found;
        List<Topic> all = new ArrayList<>();
        all.add(new Topic(texts.get("devices.name"), texts.get("devices.below"), Optional.empty()));
        pages.forEach(page -> all.add(new Topic(title(page), below(page), Optional.of(page))));
        topics.fill(all);
        if (topics.selected().isEmpty()) {
            topics.list().setSelectedIndex(0);
        }
    }

    private String title(Page page) {
        if (!page.factory()) {
            return page.title();
        }
        return page.name().isEmpty() ? texts.get("settings.new", page.title()) : page.title() + ": " + page.name();
    }

    private String below(Page page) {
        return page.factory() && page.name().isEmpty() ? texts.get("settings.new.below") : page.description();
    }

    private void show(Topic topic) {
        devices.stop();
        right.removeAll();
        JComponent view = topic.page()
                .map(page -> new FormView(texts, page, commands, name -> taken(page, name), this::reload).panel())
                .orElseGet(devices::panel);
        if (topic.page().isEmpty()) {
            devices.start();
        }
        account = status(topic).map(status -> new AccountLine(texts, status.account(), commands));
        JComponent all = account.<JComponent>map(line -> above(line, view)).orElse(view);
        drawAccount();
        JScrollPane scroll = new JScrollPane(all);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(Sizes.of(0, 16).height);
        scroll.putClientProperty(FlatClientProperties.STYLE, "border: 0,0,0,0");
        right.add(scroll);
        right.revalidate();
        right.repaint();
    }

    private boolean taken(Page page, String name) {
        return pages.stream()
                .anyMatch(
                        there -> there.pid().equals(page.pid()) && there.name().equals(name));
    }

    // How the account stands, above what is set for it.
    private static JComponent above(AccountLine line, JComponent form) {
        JPanel state = line.panel();
        state.setOpaque(true);
        state.putClientProperty(FlatClientProperties.STYLE, Palette.STATE);
        JPanel both = new ScrolledPanel(new MigLayout("insets 20 24 0 24, fillx, wrap 1, gap 0", "[grow,fill]"));
        both.add(state, "wmin 0");
        both.add(form, "gapleft -24, gapright -24, wmin 0");
        return both;
    }
}

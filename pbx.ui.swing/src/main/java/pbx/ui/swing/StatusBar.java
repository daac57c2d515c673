package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.HashMap;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import pbx.api.AccountId;

/** The accounts, one line each, and one line for what went wrong last. EDT only. */
final class StatusBar {
    private final Texts texts;
    private final Commands commands;
    private final JPanel outer = new JPanel(new MigLayout("insets 6 16 6 8, fillx", "[grow,fill][]"));
    private final JPanel panel = new JPanel(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow,fill]", "[]2"));
    private final JButton gear;
    private final JLabel notice = Plain.label("notice");
    private final JLabel none = Plain.label("account.none");
    private final Map<AccountId, AccountLine> lines = new HashMap<>();

    StatusBar(Texts texts, Commands commands, Runnable settings) {
        this.texts = texts;
        this.commands = commands;
        none.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        none.setText(texts.get("account.none"));
        gear = Plain.tool("settings.open", texts.get("settings.open"), Glyph.GEAR, settings);
        outer.add(panel, "wmin 0");
        outer.add(gear, "aligny center, h 28!");
        fillAnew();
    }

    JPanel panel() {
        return outer;
    }

    void draw(Desk desk) {
        if (lines.keySet().retainAll(desk.accounts().keySet())) {
            fillAnew();
        }
        desk.accounts().forEach((id, status) -> line(id).draw(status, desk.own(id)));
        none.setVisible(desk.accounts().isEmpty());
        notice.setText(desk.notice().map(Desk.Notice::text).orElse(""));
        notice.setVisible(desk.notice().isPresent());
        desk.notice()
                .ifPresent(n ->
                        notice.putClientProperty(FlatClientProperties.STYLE, n.bad() ? Palette.FAILURE : Palette.NEWS));
    }

    private void fillAnew() {
        panel.removeAll();
        panel.add(notice, "wmin 0");
        panel.add(none, "wmin 0");
        lines.values().forEach(line -> panel.add(line.panel()));
    }

    private AccountLine line(AccountId id) {
        return lines.computeIfAbsent(id, key -> {
            AccountLine line = new AccountLine(texts, key, commands);
            panel.add(line.panel());
            panel.revalidate();
            return line;
        });
    }
}

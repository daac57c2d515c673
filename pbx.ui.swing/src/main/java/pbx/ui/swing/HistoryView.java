package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import pbx.api.history.HistoryChange;
import pbx.api.history.HistoryEntry;

/** Past calls: search, redial, export; whoever looks has seen the missed ones. EDT only. */
final class HistoryView {
    private final Texts texts;
    private final HistoryText words;
    private final HistoryHandler handler;
    private final JPanel panel =
            new JPanel(new MigLayout("insets 12 12 8 10, fill, hidemode 3", "[grow,fill][]", "[]8[]0[grow,fill]6[]"));
    private final JTextField search = Plain.noMarkup(new JTextField());
    private final JCheckBox missed = Plain.noMarkup(new JCheckBox());
    private final JLabel problem = Plain.label("history.problem");
    private final RowList<HistoryEntry> rows;
    private final List<JButton> actions;
    private final JLabel count = Plain.label("history.count");
    private Mail drawn = Mail.EMPTY;

    HistoryView(Texts texts, HistoryHandler handler, Clock clock) {
        this.texts = texts;
        this.words = new HistoryText(texts, clock.getZone());
        this.handler = handler;
        this.rows = new RowList<>(
                "history",
                texts.get("history.name"),
                Glyph.CLOCK,
                entry -> List.of(entry.account(), entry.id()), // each account numbers its calls itself
                (row, entry) -> words.fill(row, entry, clock.instant()),
                this::redial);
        panel.putClientProperty(FlatClientProperties.STYLE, "background: $List.background");
        setUpSearch();
        problem.putClientProperty(FlatClientProperties.STYLE, Palette.FAILURE);
        count.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        count.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        panel.add(search, "cell 0 0, h 36!, wmin 0");
        panel.add(missed, "cell 1 0");
        panel.add(problem, "cell 0 1 2 1, wmin 0");
        panel.add(rows.panel(), "cell 0 2 2 1");
        panel.add(count, "cell 0 3, gapleft 4, wmin 0");
        actions = List.of(
                button("history.redial", Glyph.LIFT, this::redial),
                button("history.remove", Glyph.BIN, () -> rows.selected().ifPresent(handler::remove)),
                button("history.export", Glyph.SAVE, () -> handler.export(panel, shown())));
        actions.forEach(action -> panel.add(action, "cell 1 3, h 30!"));
        Keys.bind(rows.list(), "ENTER", this::redial, () -> !handler.ringing());
        Keys.bind(rows.list(), "DELETE", () -> rows.selected().ifPresent(handler::remove));
        refill();
    }

    JPanel panel() {
        return panel;
    }

    void draw(Desk desk) {
        if (desk.mail().history() != drawn.history()) {
            drawn = desk.mail();
            refill();
        }
    }

    /** Somebody looks at the page. */
    void looked() {
        drawn.history().forEach((account, change) -> {
            if (change.entries().stream().anyMatch(entry -> entry.missed() && !entry.seen())) {
                handler.seen(account);
            }
        });
        refill();
    }

    private void setUpSearch() {
        search.setName("history.search");
        search.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("history.hint"));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_PADDING, Sizes.padding());
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, new Inset(Glyph.SEARCH));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        search.getAccessibleContext().setAccessibleName(texts.get("history.hint"));
        Typing.onChange(search, this::refill);
        Keys.bind(search, "ESCAPE", () -> search.setText(""), () -> !search.getText()
                .isEmpty());
        Plain.caption(missed, texts.get("history.missed")).setName("history.missed");
        missed.getAccessibleContext().setAccessibleName(texts.get("history.missed.long"));
        missed.addActionListener(e -> refill());
    }

    private void redial() {
        rows.selected().ifPresent(handler::redial);
    }

    private List<HistoryEntry> shown() {
        return drawn.entries().stream()
                .filter(entry -> !missed.isSelected() || entry.missed())
                .filter(entry -> Directory.matches(
                        search.getText(),
                        entry.remote().name(),
                        entry.remote().number(),
                        entry.remote().shown()))
                .toList();
    }

    private void refill() {
        rows.fill(shown());
        boolean none = drawn.entries().isEmpty();
        rows.explain(texts.get(none ? "history.none" : "history.noMatch"));
        count.setText(rows.size() > 0 ? texts.get("history.count", rows.size()) : "");
        actions.forEach(action -> action.setVisible(rows.size() > 0));
        problem.setText(drawn.history().values().stream()
                .map(HistoryChange::problem)
                .flatMap(java.util.Optional::stream)
                .map(Plain::line)
                .collect(Collectors.joining(" ")));
        problem.setVisible(!problem.getText().isEmpty());
    }

    private JButton button(String key, Glyph glyph, Runnable deed) {
        return Plain.tool(key, texts.get(key), glyph, deed);
    }
}

package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Point;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** Everybody, with what they are doing; a field that filters as one types. EDT only. */
final class DirectoryView {
    private final Texts texts;
    private final PersonHandler handler;
    private final JPanel panel =
            new JPanel(new MigLayout("insets 12 12 8 10, fill, hidemode 3", "[grow,fill][]", "[]8[grow,fill]6[]"));
    private final JTextField search = Plain.noMarkup(new JTextField());
    private final SectionChoice section;
    private final DirectoryModel model = new DirectoryModel();
    private final JList<Person> list = Plain.noMarkup(new JList<>(model));
    private final JLabel count = Plain.label("directory.count");
    private final JButton act = Plain.button();
    private final EmptyState listed;
    private Desk drawn = Desk.EMPTY;

    DirectoryView(Texts texts, PersonHandler handler) {
        this.texts = texts;
        this.handler = handler;
        this.section = new SectionChoice(texts, this::refill);
        setUpSearch();
        setUpList();
        setUpAct();
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        listed = new EmptyState(scroll, Glyph.PEOPLE, "directory.none");
        count.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        count.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        panel.putClientProperty(FlatClientProperties.STYLE, "background: $List.background");
        panel.add(search, "h 36!, wmin 0");
        panel.add(section.box(), "h 36!, w 116!, wrap");
        panel.add(listed.panel(), "span, wrap");
        panel.add(count, "gapleft 4, wmin 0");
        panel.add(act, "h 30!, wmin 0");
        Keys.bind(panel, "ENTER", this::reach, this::enterIsOurs);
        refill();
    }

    JPanel panel() {
        return panel;
    }

    JTextField search() {
        return search;
    }

    void draw(Desk desk) {
        if (desk.presences() != drawn.presences()
                || desk.accounts() != drawn.accounts()
                || !desk.kept().equals(drawn.kept())) {
            drawn = desk;
            section.draw(desk.kept());
            refill();
        }
    }

    /** Who is drawn at a point of the screen. They are selected by that, so that one sees whom one points at. */
    Optional<Person> at(Point screen) {
        if (!list.isShowing()) {
            return Optional.empty();
        }
        Point point = new Point(screen);
        SwingUtilities.convertPointFromScreen(point, list);
        int index = list.getVisibleRect().contains(point) ? list.locationToIndex(point) : -1;
        if (index < 0 || !list.getCellBounds(index, index).contains(point)) {
            return Optional.empty();
        }
        list.setSelectedIndex(index);
        return Optional.of(model.getElementAt(index));
    }

    private boolean enterIsOurs() {
        boolean typing = search.isFocusOwner() && !search.getText().isBlank();
        return typing || !handler.ringing();
    }

    // Without a selection nothing happens.
    private void reach() {
        Optional.ofNullable(list.getSelectedValue()).ifPresent(handler::reach);
    }

    private void setUpSearch() {
        search.setName("search");
        search.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("search.hint"));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_PADDING, Sizes.padding());
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, new Inset(Glyph.SEARCH));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        search.getAccessibleContext().setAccessibleName(texts.get("search.name"));
        Typing.onChange(search, this::filter);
        Keys.bind(search, "ESCAPE", () -> search.setText(""), () -> !search.getText()
                .isEmpty());
        Keys.bind(search, "DOWN", list::requestFocusInWindow, () -> model.getSize() > 0);
    }

    private void setUpList() {
        list.setName("directory");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new DirectoryRow(texts));
        list.setFixedCellHeight(Sizes.rowHeight(list));
        // With a width of their own the rows need not be measured one by one.
        list.setFixedCellWidth(1);
        list.getAccessibleContext().setAccessibleName(texts.get("directory.name"));
        list.setComponentPopupMenu(new PersonMenu(texts, handler, list).menu());
        list.addListSelectionListener(e -> showAct());
        Clicks.twice(list, this::reach);
    }

    private void setUpAct() {
        act.setName("directory.act");
        act.setVisible(false);
        act.addActionListener(e -> reach());
    }

    private void showAct() {
        Person chosen = list.getSelectedValue();
        act.setVisible(chosen != null);
        if (chosen != null) {
            act.setText(texts.get(Reach.of(chosen).key));
            act.getAccessibleContext().setAccessibleName(act.getText() + " " + Plain.line(chosen.label()));
        }
    }

    // What matches best is one Enter away.
    private void filter() {
        refill();
        if (!search.getText().isBlank() && list.isSelectionEmpty() && model.getSize() > 0) {
            list.setSelectedIndex(0);
        }
    }

    private void refill() {
        Optional<Desk.Key> selected =
                Optional.ofNullable(list.getSelectedValue()).map(Person::key);
        List<Person> people = Directory.of(drawn, search.getText(), section.chosen());
        model.set(people).forEach(this::paint);
        selected.map(model::indexOf).ifPresent(this::select);
        showAct();
        count.setText(people.isEmpty() ? "" : texts.get("directory.count", people.size()));
        listed.show(people.isEmpty() ? none() : "");
    }

    private void paint(int index) {
        if (index >= list.getFirstVisibleIndex() && index <= list.getLastVisibleIndex()) {
            list.repaint(list.getCellBounds(index, index));
        }
    }

    private void select(int index) {
        if (index < 0) {
            list.clearSelection();
        } else if (index != list.getSelectedIndex()) {
            list.setSelectedIndex(index);
        }
    }

    private String none() {
        return texts.get(drawn.presences().isEmpty() ? "directory.none" : "directory.noMatch");
    }
}

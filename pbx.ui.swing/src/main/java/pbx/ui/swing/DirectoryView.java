package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** Everybody, with what they are doing; a field that filters as one types. EDT only. */
final class DirectoryView {
    private final Texts texts;
    private final Consumer<Person> dial;
    private final BooleanSupplier ringing;
    private final JPanel panel =
            new JPanel(new MigLayout("insets 16 12 8 10, fill", "[grow,fill]", "[]8[grow,fill]4[]"));
    private final JTextField search = Plain.noMarkup(new JTextField());
    private final DirectoryModel model = new DirectoryModel();
    private final JList<Person> list = Plain.noMarkup(new JList<>(model));
    private final JLabel count = Plain.label("directory.count");
    private Desk drawn = Desk.EMPTY;

    /** While it is {@code ringing}, Enter belongs to the incoming call, unless somebody is typing a name. */
    DirectoryView(Texts texts, Consumer<Person> dial, BooleanSupplier ringing) {
        this.texts = texts;
        this.dial = dial;
        this.ringing = ringing;
        setUpSearch();
        setUpList();
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        count.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        count.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        panel.putClientProperty(FlatClientProperties.STYLE, "background: $List.background");
        panel.add(search, "h 36!, wrap");
        panel.add(scroll, "wrap");
        panel.add(count, "gapleft 4, wmin 0");
        Keys.bind(panel, "ENTER", this::dialSelected, this::enterIsOurs);
        refill();
    }

    JPanel panel() {
        return panel;
    }

    JTextField search() {
        return search;
    }

    void draw(Desk desk) {
        if (desk.presences() != drawn.presences() || desk.accounts() != drawn.accounts()) {
            drawn = desk;
            refill();
        }
    }

    private boolean enterIsOurs() {
        boolean typing = search.isFocusOwner() && !search.getText().isBlank();
        return typing || !ringing.getAsBoolean();
    }

    // Without a selection nothing happens.
    private void dialSelected() {
        Optional.ofNullable(list.getSelectedValue()).ifPresent(dial);
    }

    private void setUpSearch() {
        search.setName("search");
        search.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("search.hint"));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Glyph.SEARCH);
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
        list.getAccessibleContext().setAccessibleName(texts.get("directory.name"));
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                int index = list.locationToIndex(e.getPoint());
                if (e.getClickCount() == 2
                        && index >= 0
                        && list.getCellBounds(index, index).contains(e.getPoint())) {
                    dialSelected();
                }
            }
        });
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
        List<Person> people = Directory.of(drawn, search.getText());
        model.set(people);
        selected.map(model::indexOf).ifPresent(index -> select(index));
        count.setText(summary(people.size()));
    }

    private void select(int index) {
        if (index < 0) {
            list.clearSelection();
        } else if (index != list.getSelectedIndex()) {
            list.setSelectedIndex(index);
        }
    }

    private String summary(int size) {
        if (size > 0) {
            return texts.get("directory.count", size);
        }
        return texts.get(drawn.presences().isEmpty() ? "directory.none" : "directory.noMatch");
    }
}

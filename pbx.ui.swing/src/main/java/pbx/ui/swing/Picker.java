package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/**
 * Asks for somebody or somewhere: a field that filters a short list, and buttons for what is then done. Enter is the first
 * button, Escape gives up. EDT only.
 */
final class Picker {
    private static final int ROWS = 4;

    private final JPanel panel = new JPanel(new MigLayout("insets 8 0 0 0, fillx", "[grow,fill]", "[]6[]6[]"));
    private final JTextField field = Plain.noMarkup(new JTextField());
    private final DirectoryModel model = new DirectoryModel();
    private final JList<Person> list = Plain.noMarkup(new JList<>(model));
    private final JPanel buttons = new JPanel(new MigLayout("insets 0, fillx", "[grow,fill,sg]"));
    private final BiFunction<Desk, String, List<Person>> candidates;
    private final Runnable close;
    private Optional<Consumer<String>> first = Optional.empty();
    private Desk drawn = Desk.EMPTY;

    /** @param candidates whom a desk has for what was typed */
    Picker(Texts texts, String key, BiFunction<Desk, String, List<Person>> candidates, Runnable close) {
        this.candidates = candidates;
        this.close = close;
        panel.setOpaque(false);
        buttons.setOpaque(false);
        field.setName("picker");
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get(key));
        field.getAccessibleContext().setAccessibleName(texts.get(key));
        Typing.onChange(field, this::typed);
        Keys.bind(field, "DOWN", list::requestFocusInWindow, () -> model.getSize() > 0);
        Keys.bind(panel, "ESCAPE", close);
        Keys.bind(panel, "ENTER", () -> first.ifPresent(this::choose));
        setUpList(texts);
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        panel.add(field, "h 34!, wmin 0, wrap");
        panel.add(scroll, "wmin 0, wrap");
        panel.add(buttons);
        buttons.add(button(texts.get("picker.cancel"), "picker.cancel", close), "h 36!, wmin 0");
    }

    JPanel panel() {
        return panel;
    }

    /** A button for what is done with the number that is chosen; the first one is Enter, too. */
    void offer(String text, String name, Consumer<String> deed) {
        first = first.or(() -> Optional.of(deed));
        int last = buttons.getComponentCount() - 1;
        JButton button = button(text, name, () -> choose(deed));
        if (last == 0) { // what Enter does
            button.putClientProperty(FlatClientProperties.STYLE, Palette.GO);
        }
        buttons.add(button, "h 36!, wmin 0", last);
    }

    void draw(Desk desk) {
        drawn = desk;
        Optional<Desk.Key> selected =
                Optional.ofNullable(list.getSelectedValue()).map(Person::key);
        model.set(candidates.apply(desk, field.getText()));
        list.repaint();
        selected.map(model::indexOf).filter(index -> index >= 0).ifPresent(list::setSelectedIndex);
        if (list.isSelectionEmpty() && model.getSize() > 0 && !isNumber(field.getText())) {
            list.setSelectedIndex(0);
        }
    }

    void focus() {
        field.requestFocusInWindow();
    }

    private void typed() {
        list.clearSelection();
        draw(drawn);
    }

    // What looks like a number is meant as it is typed, unless somebody is picked from the list.
    private Optional<String> chosen() {
        Optional<String> picked = Optional.ofNullable(list.getSelectedValue())
                .map(person -> person.presence().number());
        return picked.or(() -> Optional.of(field.getText().strip()).filter(text -> !text.isEmpty()));
    }

    private static boolean isNumber(String text) {
        return !text.isBlank() && text.strip().chars().allMatch(c -> "+0123456789*#()/- ".indexOf(c) >= 0);
    }

    private static JButton button(String text, String name, Runnable pressed) {
        JButton button = Plain.caption(Plain.button(), text);
        button.setName(name);
        button.getAccessibleContext().setAccessibleName(button.getText());
        button.addActionListener(e -> pressed.run());
        return button;
    }

    private void choose(Consumer<String> deed) {
        chosen().ifPresent(number -> {
            close.run();
            deed.accept(number);
        });
    }

    private void setUpList(Texts texts) {
        list.setName("picker.list");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new DirectoryRow(texts));
        list.setFixedCellHeight(Sizes.rowHeight(list));
        list.setVisibleRowCount(ROWS);
        list.getAccessibleContext().setAccessibleName(texts.get("picker.list"));
        Clicks.twice(list, () -> first.ifPresent(this::choose));
    }
}

package pbx.ui.swing;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;

/** A list of two-line rows that keeps its selection when it is filled anew. EDT only. */
final class RowList<T> {
    private final DefaultListModel<T> model = new DefaultListModel<>();
    private final JList<T> list = Plain.noMarkup(new JList<>(model));
    private final JScrollPane scroll = new JScrollPane(list);
    private final EmptyState empty;
    private final Function<T, ?> identity;

    /** @param identity what makes a row the same one when its contents changed */
    RowList(
            String name,
            String spoken,
            Glyph sign,
            Function<T, ?> identity,
            BiConsumer<RowPanel<T>, T> fill,
            Runnable act) {
        this.identity = identity;
        empty = new EmptyState(scroll, sign, name + ".none");
        list.setName(name);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new RowPanel<>(fill));
        list.setFixedCellHeight(Sizes.rowHeight(list));
        list.setFixedCellWidth(1);
        list.getAccessibleContext().setAccessibleName(spoken);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        Clicks.twice(list, act);
    }

    JPanel panel() {
        return empty.panel();
    }

    /** @param why nothing is listed; said while that is so */
    void explain(String why) {
        empty.show(model.isEmpty() ? why : "");
    }

    JList<T> list() {
        return list;
    }

    int size() {
        return model.getSize();
    }

    Optional<T> selected() {
        return Optional.ofNullable(list.getSelectedValue());
    }

    void fill(List<T> rows) {
        Optional<?> before = selected().map(identity);
        model.clear();
        model.addAll(rows);
        for (int i = 0; i < rows.size(); i++) {
            if (before.equals(Optional.of(identity.apply(rows.get(i))))) {
                list.setSelectedIndex(i);
            }
        }
    }
}

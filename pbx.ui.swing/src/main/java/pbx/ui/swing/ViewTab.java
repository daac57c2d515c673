package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.DefaultTableModel;
import net.miginfocom.swing.MigLayout;
import pbx.api.view.Action;
import pbx.api.view.Panel;
import pbx.api.view.Row;
import pbx.listeners.Replies;
import pbx.listeners.Views;

/** One plugin's panel. It is asked on a thread of its own; what it says is a stranger's text. EDT only. */
final class ViewTab {
    private final Texts texts;
    private final Views views;
    private final Views.Named view;
    private final JTextField search = new JTextField(20);
    private final JPanel actions = new JPanel(new MigLayout("insets 0, gapx 8"));
    private final JLabel said = Plain.label("viewSaid");
    private final JTable table = new JTable();
    private final JPanel panel =
            new JPanel(new MigLayout("insets 14 16 8 16, fill, hidemode 3", "[grow,fill]", "[]10[grow,fill]6[]"));
    private List<Row> rows = List.of();

    ViewTab(Texts texts, Views views, Views.Named view) {
        this.texts = texts;
        this.views = views;
        this.view = view;
        table.setName("view " + view.name());
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setDefaultRenderer(Object.class, Plain.noMarkup(new DefaultTableCellRenderer()));
        search.setName("viewSearch");
        search.getAccessibleContext().setAccessibleName(texts.get("views.search", Plain.line(view.title())));
        search.addActionListener(e -> show());
        JButton show = Plain.button("viewShow", texts.get("views.show"), this::show);
        search.putClientProperty(
                FlatClientProperties.PLACEHOLDER_TEXT, texts.get("views.search", Plain.line(view.title())));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, new Inset(Glyph.SEARCH));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_PADDING, Sizes.padding());
        actions.setOpaque(false);
        said.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        table.setRowHeight(Sizes.of(0, 32).height);
        table.setShowHorizontalLines(true);
        if (table.getTableHeader().getDefaultRenderer() instanceof JLabel heading) {
            heading.setHorizontalAlignment(SwingConstants.LEADING);
        }
        JScrollPane scroll = new JScrollPane(table);
        scroll.getViewport().setOpaque(true);
        panel.add(search, "h 36!, w 260!, wmin 0, split 3");
        panel.add(show, "h 36!");
        panel.add(actions, "gapleft push, wrap");
        panel.add(scroll, "grow, push, wrap");
        panel.add(said, "wmin 0");
        show();
    }

    JComponent panel() {
        return panel;
    }

    private void show() {
        hear(views.show(view.name(), search.getText()), this::draw);
    }

    private void draw(Panel shown) {
        rows = shown.rows();
        DefaultTableModel model =
                new DefaultTableModel(shown.columns().stream().map(Plain::line).toArray(), 0) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public boolean isCellEditable(int row, int column) {
                        return false;
                    }
                };
        rows.forEach(row -> model.addRow(row.cells().stream().map(Plain::line).toArray()));
        table.setModel(model);
        actions.removeAll();
        shown.actions().forEach(this::button);
        panel.revalidate();
    }

    private void button(Action action) {
        JButton button = Plain.button("viewAction " + action.name(), "", () -> act(action));
        button.setText(Plain.line(action.label())); // a stranger's: no mnemonic in it
        if (action.destroys()) {
            button.putClientProperty(FlatClientProperties.STYLE, Palette.FAILURE);
        }
        actions.add(button, "h 36!");
    }

    private void act(Action action) {
        int chosen = table.getSelectedRow();
        if (action.onRow() && chosen < 0) {
            said.setText(texts.get("views.choose"));
        } else if (!action.destroys() || sure(action)) {
            Optional<String> row = action.onRow() ? Optional.of(rows.get(chosen).id()) : Optional.empty();
            hear(views.act(view.name(), action.name(), row), words -> {
                said.setText(Plain.line(words));
                show();
            });
        }
    }

    private boolean sure(Action action) {
        JLabel question = Plain.label("viewSure");
        question.setText(texts.get("views.sure", Plain.line(action.label())));
        return JOptionPane.showConfirmDialog(panel, question, Plain.line(view.title()), JOptionPane.OK_CANCEL_OPTION)
                == JOptionPane.OK_OPTION;
    }

    private <T> void hear(CompletionStage<T> asked, Consumer<T> answer) {
        asked.whenComplete((value, failure) -> SwingUtilities.invokeLater(() -> {
            if (failure == null) {
                answer.accept(value);
            } else {
                said.setText(Plain.line(String.valueOf(Replies.bare(failure).getMessage())));
            }
        }));
    }
}

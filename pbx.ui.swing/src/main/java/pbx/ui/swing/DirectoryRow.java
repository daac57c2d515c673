package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import java.awt.Component;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** Paints one line of the directory: lamp, name, number, state in words, do-not-disturb. */
final class DirectoryRow extends JPanel implements ListCellRenderer<Person> {
    private final transient PersonText words;
    private final JLabel lamp = Plain.label("lamp");
    private final JLabel name = Plain.label("name");
    private final JLabel number = Plain.label("number");
    private final JLabel state = Plain.label("state");
    private final JLabel dnd = Plain.label("dnd");

    DirectoryRow(Texts texts) {
        super(new MigLayout("insets 7 8 7 10, fillx, hidemode 3, gap 0", "[]12[grow,fill]8[]", "[]2[]"));
        words = new PersonText(texts);
        name.putClientProperty(FlatClientProperties.STYLE, "font: semibold");
        name.setHorizontalTextPosition(SwingConstants.LEADING);
        state.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        dnd.putClientProperty(FlatClientProperties.STYLE, Palette.BADGE);
        dnd.setText(texts.get("person.dnd"));
        add(lamp, "spany 2, aligny center");
        add(name, "wmin 0");
        add(number, "alignx right, wrap");
        add(state, "wmin 0");
        add(dnd, "alignx right");
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Person> list, Person person, int index, boolean selected, boolean focused) {
        lamp.setIcon(Avatar.of(person));
        name.setText(words.name(person));
        name.setIcon(person.favourite() ? Glyph.STAR_FULL : null);
        number.setText(words.number(person));
        state.setText(words.state(person));
        dnd.setVisible(person.presence().dnd());
        getAccessibleContext().setAccessibleName(words.spoken(person));
        paintAs(list, selected);
        return this;
    }

    private void paintAs(JList<?> list, boolean selected) {
        Color quiet = selected ? list.getSelectionForeground() : Palette.quiet();
        setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        name.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
        number.setForeground(quiet);
        state.setForeground(quiet);
    }
}

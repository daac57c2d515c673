package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import pbx.api.settings.Field;

/** One setting: its name, what it does, and where its value is typed or chosen. EDT only. */
final class FieldView {
    private final Field field;
    private final JComponent input;
    private final Supplier<String> value;

    FieldView(Texts texts, Field field) {
        this.field = field;
        if (!field.options().isEmpty() && !field.many()) {
            JComboBox<Field.Option> box = options();
            input = box;
            value = () -> box.getSelectedItem() instanceof Field.Option option ? option.value() : field.value();
        } else if (field.type() == Field.Type.FLAG) {
            JCheckBox box = Plain.noMarkup(new JCheckBox(Plain.line(field.title())));
            box.setSelected(Boolean.parseBoolean(field.value()));
            input = box;
            value = () -> String.valueOf(box.isSelected());
        } else if (field.type() == Field.Type.SECRET) {
            JPasswordField box = new JPasswordField();
            box.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("form.secret"));
            input = box;
            value = () -> new String(box.getPassword());
        } else {
            JTextField box = Plain.noMarkup(new JTextField(field.value()));
            input = box;
            value = box::getText;
        }
        input.setName("field." + field.id());
        input.getAccessibleContext().setAccessibleName(Plain.line(field.title()));
        input.getAccessibleContext().setAccessibleDescription(Plain.line(field.description()));
    }

    String id() {
        return field.id();
    }

    /** What was typed, if that is another value than before. */
    Optional<String> changed() {
        return Optional.of(value.get()).filter(now -> !now.equals(field.value()));
    }

    void addTo(JPanel panel) {
        if (!(input instanceof JCheckBox)) {
            JLabel label = Plain.label("label." + field.id());
            label.setText(Plain.line(field.title()));
            label.setLabelFor(input);
            panel.add(label, "gaptop 10, wmin 0");
            panel.add(input, "h 32!, wmin 0");
        } else {
            panel.add(input, "gaptop 10, wmin 0");
        }
        if (!field.description().isBlank()) {
            panel.add(FormView.text(field.description()), "wmin 0");
        }
    }

    private JComboBox<Field.Option> options() {
        JComboBox<Field.Option> box =
                Plain.noMarkup(new JComboBox<>(field.options().toArray(Field.Option[]::new)));
        box.setRenderer(new PlainRenderer<>((Field.Option option) -> Plain.line(option.title())));
        box.setSelectedItem(field.options().stream()
                .filter(option -> option.value().equals(field.value()))
                .findFirst()
                .orElse(null));
        return box;
    }
}

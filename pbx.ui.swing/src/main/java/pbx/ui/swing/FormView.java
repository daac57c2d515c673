package pbx.ui.swing;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import pbx.api.settings.Page;
import pbx.api.settings.Pages;

/** One page of settings as a form. Only what was changed is sent. EDT only. */
final class FormView {
    private final Texts texts;
    private final Page page;
    private final Commands commands;
    private final Predicate<String> taken;
    private final Runnable changed;
    private final ScrolledPanel panel =
            new ScrolledPanel(new MigLayout("insets 20 24 20 24, fillx, wrap 1, hidemode 3", "[grow,fill]"));
    private final List<FieldView> fields = new ArrayList<>();
    private final JTextField name = Plain.noMarkup(new JTextField());
    private final JLabel said = Plain.label("form.said");

    /**
     * @param taken the names that a new one cannot have: it would write over whose name that is
     * @param changed told when the settings are others than before
     */
    FormView(Texts texts, Page page, Commands commands, Predicate<String> taken, Runnable changed) {
        this.texts = texts;
        this.page = page;
        this.commands = commands;
        this.taken = taken;
        this.changed = changed;
        JLabel title = Plain.label("form.title");
        title.setText(Plain.line(page.title()));
        title.putClientProperty(FlatClientProperties.STYLE, "font: bold +4");
        panel.add(title, "wmin 0");
        panel.add(text(page.description()), "wmin 0, gapbottom 10");
        if (isNew()) {
            addName();
        }
        page.fields().forEach(field -> {
            FieldView view = new FieldView(texts, field);
            fields.add(view);
            view.addTo(panel);
        });
        addButtons();
        panel.add(said, "wmin 0");
        said.setVisible(false);
    }

    JPanel panel() {
        return panel;
    }

    static JTextArea text(String words) {
        JTextArea area = new JTextArea(Plain.line(words));
        area.setEditable(false);
        area.setFocusable(false);
        area.setOpaque(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setBorder(javax.swing.BorderFactory.createEmptyBorder());
        area.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        area.putClientProperty(FlatClientProperties.STYLE, Palette.QUIET);
        return area;
    }

    private boolean isNew() {
        return page.factory() && page.name().isEmpty();
    }

    private void addName() {
        JLabel label = Plain.label("form.name.label");
        label.setText(texts.get("form.name"));
        label.setLabelFor(name);
        name.setName("form.name");
        name.getAccessibleContext().setAccessibleName(label.getText());
        panel.add(label, "gaptop 8");
        panel.add(name, "h 32!, wmin 0");
    }

    private void addButtons() {
        JButton save = Plain.button("form.save", texts.get("form.save"), this::save);
        save.putClientProperty(FlatClientProperties.STYLE, Palette.GO);
        panel.add(save, "split 3, h 34!, gaptop 16, growx 0");
        if (!isNew()) {
            String words = texts.get(page.factory() ? "form.remove" : "form.reset");
            panel.add(Plain.button("form.remove", words, this::remove), "h 34!, growx 0");
        }
        panel.add(new JLabel(), "growx");
        Keys.bind(panel, "ENTER", this::save);
    }

    private void save() {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> field.changed().ifPresent(value -> values.put(field.id(), value)));
        String target = isNew() ? name.getText().strip() : page.name();
        if (page.factory() && target.isEmpty()) {
            say(Optional.of(texts.get("form.noName")));
            return;
        }
        if (isNew() && taken.test(target)) {
            say(Optional.of(texts.get("form.taken")));
            return;
        }
        done(commands.tell(Pages.class, pages -> pages.change(page.pid(), target, values)), "form.saved");
    }

    private void remove() {
        done(commands.tell(Pages.class, pages -> pages.remove(page.pid(), page.name())), "form.removed");
    }

    private void done(CompletableFuture<Boolean> asked, String key) {
        asked.thenAcceptAsync(
                well -> {
                    say(well ? Optional.of(texts.get(key)) : commands.lastSaid());
                    if (well) {
                        changed.run();
                    }
                },
                SwingUtilities::invokeLater);
    }

    private void say(Optional<String> words) {
        said.setText(words.orElse(""));
        said.setVisible(words.isPresent());
        panel.revalidate();
    }
}

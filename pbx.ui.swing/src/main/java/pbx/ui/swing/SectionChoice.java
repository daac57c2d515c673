package pbx.ui.swing;

import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;

/** Which part of the directory is listed. EDT only. */
final class SectionChoice {
    private final JComboBox<Section> box = Plain.noMarkup(new JComboBox<>());
    private List<Section> sections = List.of();
    private boolean filling;

    SectionChoice(Texts texts, Runnable changed) {
        box.setName("section");
        box.setRenderer(new PlainRenderer<>((Section section) -> section.name(texts)));
        box.getAccessibleContext().setAccessibleName(texts.get("section.name"));
        box.setToolTipText(texts.get("section.name"));
        draw(Kept.NOTHING);
        box.addActionListener(e -> {
            if (!filling) {
                changed.run();
            }
        });
    }

    JComboBox<Section> box() {
        return box;
    }

    Section chosen() {
        return Optional.ofNullable((Section) box.getSelectedItem()).orElse(Section.EVERYBODY);
    }

    void draw(Kept kept) {
        List<Section> next = Section.all(kept);
        if (!next.equals(sections)) {
            Section before = chosen();
            filling = true;
            sections = next;
            box.removeAllItems();
            next.forEach(box::addItem);
            box.setSelectedItem(next.contains(before) ? before : Section.EVERYBODY);
            filling = false;
        }
    }
}

package pbx.ui.swing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pbx.api.presence.Presence;

/**
 * A part of the directory.
 *
 * @param key the key of its name; empty: {@code group} is its name
 * @param kind only those of this kind
 * @param group only those of this group
 */
record Section(String key, Optional<Presence.Kind> kind, String group) {
    static final Section EVERYBODY = new Section("section.all", Optional.empty(), "");
    static final Section FAVOURITES = new Section("section.favourites", Optional.empty(), "");

    static List<Section> all(Kept kept) {
        List<Section> all = new ArrayList<>(List.of(EVERYBODY, FAVOURITES));
        kept.groups().keySet().forEach(name -> all.add(new Section("", Optional.empty(), name)));
        for (Presence.Kind kind : Presence.Kind.values()) {
            if (kind != Presence.Kind.OTHER) {
                all.add(new Section("section." + kind, Optional.of(kind), ""));
            }
        }
        return all;
    }

    String name(Texts texts) {
        return key.isEmpty() ? Plain.line(group) : texts.get(key);
    }

    boolean has(Kept kept, Presence presence) {
        if (equals(FAVOURITES)) {
            return kept.favourite(presence.number());
        }
        boolean ofKind = kind.filter(k -> k != presence.kind()).isEmpty();
        boolean inGroup =
                !key.isEmpty() || kept.groups().getOrDefault(group, List.of()).contains(presence.number());
        return ofKind && inGroup;
    }
}

package pbx.ui.swing;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pbx.api.connection.ConnectionStatus;
import pbx.api.presence.Presence;

/** Whom the directory lists for a desk and what was typed into its search field. Pure. */
final class Directory {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Comparator<Person> ORDER = Comparator.<Person, Boolean>comparing(p -> !p.favourite())
            .thenComparing(p -> p.presence().kind())
            .thenComparingInt(p -> p.presence().number().length())
            .thenComparing(p -> p.presence().number());

    private Directory() {}

    static List<Person> of(Desk desk, String typed) {
        return of(desk, typed, Section.EVERYBODY);
    }

    static List<Person> of(Desk desk, String typed, Section section) {
        String wanted = folded(typed.strip());
        return once(desk).stream()
                .filter(presence -> matches(presence, wanted))
                .filter(presence -> section.has(desk.kept(), presence))
                .map(presence ->
                        new Person(presence, isOwn(desk, presence), desk.kept().favourite(presence.number())))
                .sorted(ORDER)
                .toList();
    }

    // Two accounts of one tenant see the same people: each is listed once.
    private static Collection<Presence> once(Desk desk) {
        Map<List<String>, Presence> seen = new LinkedHashMap<>();
        for (Presence presence : desk.presences().values()) {
            if (presence.kind() != Presence.Kind.OTHER) {
                seen.putIfAbsent(List.of(place(desk, presence), presence.number()), presence);
            }
        }
        return seen.values();
    }

    /** Where somebody belongs: the PBX and the tenant of the account that sees them, or the account while that is not told of. */
    static String place(Desk desk, Presence presence) {
        ConnectionStatus status = desk.accounts().get(presence.seenBy());
        return status == null ? presence.seenBy().value() : status.server() + ' ' + status.tenant();
    }

    private static boolean isOwn(Desk desk, Presence presence) {
        return Optional.ofNullable(desk.accounts().get(presence.seenBy()))
                .filter(status -> status.extension().equals(presence.number()))
                .isPresent();
    }

    private static boolean matches(Presence presence, String wanted) {
        return wanted.isEmpty()
                || folded(presence.name()).contains(wanted)
                || folded(presence.number()).contains(wanted);
    }

    /** Whether one of the texts has what was typed, whatever the case and the accents. */
    static boolean matches(String typed, String... texts) {
        String wanted = folded(typed.strip());
        return wanted.isEmpty()
                || Stream.of(texts).anyMatch(text -> folded(text).contains(wanted));
    }

    // Who types "muller" finds "Müller".
    private static String folded(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT);
    }
}

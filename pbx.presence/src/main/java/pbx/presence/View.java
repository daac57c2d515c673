package pbx.presence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceChange;

/**
 * The whole picture that one own account has, at one moment. Immutable.
 *
 * @param byNumber everybody
 * @param names for the search
 */
record View(Sorted<Presence> byNumber, Names names) {
    static final View EMPTY = new View(Sorted.empty(), new Names(Sorted.empty()));

    /** The next picture: as this one, and then these; mostly they come in the order of their numbers. */
    View with(List<PresenceChange> changes) {
        List<String> numbers = new ArrayList<>(changes.size());
        List<Optional<Presence>> after = new ArrayList<>(changes.size());
        boolean renames = false;
        String last = "";
        for (PresenceChange change : changes) {
            String number = who(change).number();
            if (number.compareTo(last) < 0) {
                return with(sorted(changes));
            }
            last = number;
            numbers.add(number);
            after.add(change.after());
            renames |= change.before().isEmpty()
                    || change.after().isEmpty()
                    || !change.before().get().name().equals(change.after().get().name());
        }
        Sorted<Presence> next = byNumber.with(numbers, after);
        return new View(next, renames ? new Names(next) : names);
    }

    private static List<PresenceChange> sorted(List<PresenceChange> changes) {
        List<PresenceChange> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparing(change -> who(change).number()));
        return sorted;
    }

    /** Whose change it is, after it or before. */
    static Presence who(PresenceChange change) {
        return (change.after().isPresent() ? change.after() : change.before()).orElseThrow();
    }

    /** In order, those whose number begins with {@code text}. */
    List<Presence> numbered(String text, int most) {
        return byNumber.startingWith(text.strip(), most);
    }

    /** The others of whose name every word of {@code text} begins some word. */
    Stream<Presence> named(String text) {
        List<String> words = Words.of(text);
        return words.isEmpty()
                ? Stream.empty()
                : names.numbers(words)
                        .filter(number -> !number.startsWith(text.strip()))
                        .flatMap(number -> byNumber.get(number).stream())
                        .filter(who -> answers(who, words));
    }

    private static boolean answers(Presence who, List<String> words) {
        List<String> name = Words.of(who.name());
        return words.size() == 1 || words.stream().allMatch(w -> name.stream().anyMatch(n -> n.startsWith(w)));
    }
}

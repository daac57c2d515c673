package pbx.presence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pbx.api.presence.Presence;

/**
 * The whole picture that one own account has, at one moment. Immutable.
 *
 * @param byNumber everybody
 * @param names for the search
 */
record View(Sorted<Presence> byNumber, Names names) {
    static final View EMPTY = new View(Sorted.empty(), new Names(List.of()));

    /** The next picture. An empty value: the account is gone. */
    View with(Map<String, Optional<Presence>> changes) {
        Sorted<Presence> next = byNumber.with(changes);
        return new View(next, changes.entrySet().stream().anyMatch(this::renames) ? new Names(next.values()) : names);
    }

    private boolean renames(Map.Entry<String, Optional<Presence>> change) {
        return !byNumber.get(change.getKey())
                .map(Presence::name)
                .equals(change.getValue().map(Presence::name));
    }

    /** Numbers first, then names. */
    List<Presence> search(String text, int most) {
        Map<String, Presence> found = new LinkedHashMap<>();
        byNumber.startingWith(text.strip(), most).forEach(who -> found.put(who.number(), who));
        List<String> words = Words.of(text);
        if (!words.isEmpty() && found.size() < most) {
            names.numbers(words)
                    .filter(number -> !found.containsKey(number))
                    .flatMap(number -> byNumber.get(number).stream())
                    .filter(who -> answers(who, words))
                    .limit(most - found.size())
                    .forEach(who -> found.put(who.number(), who));
        }
        return List.copyOf(found.values());
    }

    private static boolean answers(Presence who, List<String> words) {
        List<String> name = Words.of(who.name());
        return words.size() == 1 || words.stream().allMatch(w -> name.stream().anyMatch(n -> n.startsWith(w)));
    }
}

package pbx.ui.swing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the user made of the window, as the configuration keeps it: the softphone itself keeps nothing.
 *
 * @param favourites numbers, in the order in which they were marked
 * @param groups names and their numbers, in order
 * @param window where it was: {@code x,y,width,height}; empty: anywhere
 * @param testCall a number that answers whoever tries the sound; empty: none is known
 */
record Kept(List<String> favourites, Map<String, List<String>> groups, String window, String testCall) {
    static final Kept NOTHING = new Kept(List.of(), Map.of(), "", "");

    Kept {
        favourites = List.copyOf(favourites);
    }

    static Kept of(Settings settings) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String line : settings.groups()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                groups.put(line.substring(0, colon).strip(), words(line.substring(colon + 1)));
            }
        }
        List<String> favourites = Stream.of(settings.favourites())
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        return new Kept(
                favourites,
                groups,
                settings.window().strip(),
                settings.testCall().strip());
    }

    boolean favourite(String number) {
        return favourites.contains(number);
    }

    /** Marked if it was not, else no longer. */
    List<String> toggled(String number) {
        List<String> next = new ArrayList<>(favourites);
        if (!next.remove(number)) {
            next.add(number);
        }
        return next;
    }

    private static List<String> words(String text) {
        return Stream.of(text.strip().split("[\\s;]+"))
                .filter(s -> !s.isEmpty())
                .toList();
    }
}

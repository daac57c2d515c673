package pbx.presence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import pbx.api.presence.Presence;

/** Who is called what: built when first asked, and kept for as long as nobody is renamed. Any thread may ask. */
final class Names {
    private static final char END = '\0';

    private final Sorted<Presence> named;
    private volatile String[] index;

    /** @param named whose names count; the rest of these may be out of date */
    Names(Sorted<Presence> named) {
        this.named = named;
    }

    /** The numbers of those of whose name some word begins with each of {@code words}, in the order of the longest. */
    Stream<String> numbers(List<String> words) {
        String longest =
                words.stream().reduce((a, b) -> b.length() > a.length() ? b : a).orElseThrow();
        String[] all = index();
        int found = Arrays.binarySearch(all, longest);
        return Arrays.stream(all, found < 0 ? -found - 1 : found, all.length)
                .takeWhile(entry -> entry.startsWith(longest))
                .map(entry -> entry.substring(entry.lastIndexOf(END) + 1))
                .distinct();
    }

    /** Each as word, end, number: two threads may build it at once, and build the same. */
    private String[] index() {
        String[] built = index;
        if (built == null) {
            built = named.values().stream()
                    .flatMap(who -> Words.of(who.name()).stream().map(word -> word + END + who.number()))
                    .sorted()
                    .toArray(String[]::new);
            index = built;
        }
        return built;
    }
}

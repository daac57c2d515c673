package pbx.simulator.exchange;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads a list of extensions such as {@code 40-59,70}. */
public final class Numbers {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");
    private static final int MOST = 1000;

    private Numbers() {}

    /** @throws IllegalArgumentException saying what is wrong with the text */
    public static List<String> parse(String text) {
        List<String> numbers = Pattern.compile(",")
                .splitAsStream(text.strip())
                .flatMap(part -> range(part.strip()).mapToObj(Integer::toString))
                .distinct()
                .toList();
        if (numbers.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + ", not " + numbers.size());
        }
        return numbers;
    }

    private static IntStream range(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("write it like 40-59 or 40-49,55; not \"" + text + "\"");
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (last < first) {
            throw new IllegalArgumentException("write it like 40-59, the lower number first; not \"" + text + "\"");
        }
        return IntStream.rangeClosed(first, last);
    }
}

package pbx.presence;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names as people look for them: by word, without case and accents. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    static List<String> of(String text) {
        return Stream.of(BETWEEN.split(fold(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Through upper case, so that sharp s and its like become what they are typed as. */
    private static String fold(String text) {
        boolean plain = text.chars().allMatch(c -> c < 128);
        String bare = plain
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT)
                        .replace('Ø', 'O')
                        .replace('Ł', 'L')
                        .replace('Đ', 'D');
        return bare.toLowerCase(Locale.ROOT);
    }
}

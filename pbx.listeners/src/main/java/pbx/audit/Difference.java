package pbx.audit;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is other in a configuration than before, for the trail. Of a secret is said only that it is another. */
public final class Difference {
    /** Names that begin with a dot are private by the rules of Declarative Services; the others tell what they are. */
    private static final Pattern SECRET = Pattern.compile("^\\..*|.*(pass|secret|token|credential|keystore).*");

    private Difference() {}

    /**
     * Empty if there is none.
     *
     * @param defined the names that a definition calls secret; whose name sounds like it is secret anyway
     */
    public static String of(Map<String, String> before, Map<String, String> after, Predicate<String> defined) {
        Predicate<String> secret = defined.or(Difference::secret);
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> name + ": " + said(before.get(name), secret.test(name)) + " -> "
                        + said(after.get(name), secret.test(name)))
                .collect(Collectors.joining("; "));
    }

    private static String said(String value, boolean secret) {
        if (value == null) {
            return "(none)";
        }
        return secret ? "(not shown)" : value;
    }

    /** Whether the value of a setting of this name is nobody's business. */
    public static boolean secret(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }
}

package pbx.console.settings;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pbx.api.settings.Secret;

/** A configuration's values as texts. */
final class Values {
    private static final Set<String> NOT_SETTINGS =
            Set.of("service.pid", "service.factoryPid", "service.bundleLocation");

    private Values() {}

    static Map<String, String> texts(Map<String, ?> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> {
            if (!NOT_SETTINGS.contains(name)) {
                texts.put(name, text(value));
            }
        });
        return texts;
    }

    /** Secrets that were typed as they are become sealed ones. */
    static void seal(Map<String, Object> values, Predicate<String> secret) throws IOException {
        for (String name : List.copyOf(values.keySet())) {
            if (secret.test(name) && values.get(name) instanceof String text) {
                values.put(name, Secret.sealed(text));
            }
        }
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> String.valueOf(Array.get(value, i)))
                    .collect(Collectors.joining(", "));
        }
        return value.toString();
    }
}

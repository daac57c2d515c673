package pbx.settings;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values as they stand in a file. */
final class Texts {
    private Texts() {}

    static Map<String, String> of(Map<String, Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, of(value)));
        return texts;
    }

    static String of(Object value) {
        if (value instanceof Collection<?> many) {
            return joined(many);
        }
        if (value.getClass().isArray()) {
            return joined(IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> Array.get(value, i))
                    .toList());
        }
        return value.toString();
    }

    static String joined(Collection<?> values) {
        return values.stream()
                .map(value -> value.toString().replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }

    /** At commas that no backslash precedes; spaces around a value do not count. Nothing is no value. */
    static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c == '\\' && i + 1 < text.length() && "\\,".indexOf(text.charAt(i + 1)) >= 0;
            if (escape) {
                value.append(text.charAt(++i));
            } else if (c == ',') {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString().strip());
        return text.isBlank() ? List.of() : values;
    }
}

package pbx.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pbx.simulator.wire.Json;

/** What a verb was given, by the names of its parameters. */
final class Words {
    private final String usage;
    private final Map<String, String> values;

    private Words(String usage, Map<String, String> values) {
        this.usage = usage;
        this.values = values;
    }

    /** From a line: values in the order of the parameters, or {@code name=value} in any. */
    static Words of(Verb verb, List<String> words) {
        Map<String, String> values = new HashMap<>();
        int next = 0;
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0 && verb.parameters().contains(word.substring(0, equals))) {
                values.put(word.substring(0, equals), word.substring(equals + 1));
            } else if (next < verb.parameters().size()) {
                values.put(verb.parameters().get(next++), word);
            } else {
                throw new IllegalArgumentException("too many words; usage: " + verb.usage());
            }
        }
        return new Words(verb.usage(), values);
    }

    /** From a JSON object. */
    static Words of(Verb verb, ObjectNode body) {
        Map<String, String> values = new HashMap<>();
        body.properties().forEach(field -> {
            if (!verb.parameters().contains(field.getKey())) {
                throw new IllegalArgumentException("unknown field " + field.getKey() + "; usage: " + verb.usage());
            }
            values.put(
                    field.getKey(),
                    field.getValue().isBoolean() ? field.getValue().asText() : Json.text(field.getValue()));
        });
        return new Words(verb.usage(), values);
    }

    String text(String name) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing; usage: " + usage);
        }
        return value;
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " is not a whole number: " + value);
        }
        return Integer.parseInt(value);
    }

    int number(String name) {
        text(name);
        return number(name, 0);
    }

    Duration seconds(String name) {
        return Duration.ofSeconds(number(name, 0));
    }

    /** One of the words of an enumeration, in lower case. */
    <E extends Enum<E>> E oneOf(String name, Class<E> type, String otherwise) {
        String value = otherwise.isEmpty() ? text(name) : text(name, otherwise);
        for (E each : type.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(value)) {
                return each;
            }
        }
        throw new IllegalArgumentException(name + " is one of "
                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }

    /** {@code on} or {@code off}, or as JSON has it. */
    boolean on(String name) {
        return switch (text(name)) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw new IllegalArgumentException(name + " is on or off; usage: " + usage);
        };
    }
}

package pbx.messages;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pbx.api.connection.Message;

/** Lenient readers for what a PBX answers: the catalogue of its REST resources has no examples of answers. */
final class Answers {
    private static final int SECOND = 1000;
    /** The year 5138 in seconds: what is later is counted in milliseconds. */
    private static final double LATEST = 1e11;

    private Answers() {}

    /** An answer that is an object; anything else has no fields. */
    static Map<String, Object> object(Object answer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (answer instanceof Map<?, ?> map) {
            map.forEach((key, value) -> fields.put(String.valueOf(key), value));
        }
        return fields;
    }

    /** Unix seconds with a fraction, or milliseconds; zero, as anything else, is no time. */
    static Optional<Instant> time(Map<String, Object> row, String field) {
        return number(row, field)
                .filter(n -> n > 0 && n < LATEST * SECOND)
                .map(n -> Instant.ofEpochMilli(Math.round(n < LATEST ? n * SECOND : n)));
    }

    static Optional<Double> number(Map<String, Object> row, String field) {
        try {
            return Optional.of(Double.valueOf(Message.text(row, field).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

package pbx.api.connection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One JSON object of the wire. It knows the two envelope styles (protocol notes section 2: a named {@code action}, or a flat
 * reserved key whose presence is the type) so that nobody else must.
 *
 * <p>The readers are lenient, as the wire is loose about types: they never throw, and give an empty value for what is absent
 * or of another shape.
 *
 * @param kind the action's name, or the reserved key
 * @param fields all fields as they came, in order: strings, numbers, booleans, lists and maps; immutable all the way down
 */
public record Message(String kind, Map<String, Object> fields) {

    /** The reserved keys of the flat style, in the order in which they are looked for. Documented. */
    public static final List<String> FLAT = List.of(
            "sdp",
            "invitesdp",
            "candidate",
            "bye",
            "ringtones",
            "response",
            "cancel",
            "cancelresponse",
            "info",
            "change");

    /** The kinds that belong to one call and come once: they must not be lost. */
    public static final Set<String> SIGNALLING =
            Set.of("sdp", "invitesdp", "candidate", "bye", "cancel", "cancelresponse");

    public Message {
        Objects.requireNonNull(kind, "kind");
        fields = Fields.copyOf(fields);
    }

    /** A message in action style: {@code of("sip-ack", "callid", id)}. Null values are left out. */
    public static Message of(String action, Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("action", action);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return new Message(action, fields);
    }

    /** Reads the envelope: the first reserved key with a truthy value, else {@code action}, else the kind is empty. */
    public static Message from(Map<String, Object> fields) {
        for (String key : FLAT) {
            if (truthy(fields.get(key))) {
                return new Message(key, fields);
            }
        }
        return new Message(fields.get("action") instanceof String action ? action : "", fields);
    }

    /** The field as text: strings as they are, numbers and booleans as written; empty if absent or of another shape. */
    public String text(String name) {
        return text(fields, name);
    }

    /** Whether the field is {@code true} or the string {@code "true"} (the wire has both). */
    public boolean flag(String name) {
        return flag(fields, name);
    }

    /** The field as a whole number, from a number or a string; {@code otherwise} if it is neither. */
    public int number(String name, int otherwise) {
        return fields.get(name) instanceof Number n ? n.intValue() : whole(text(name), otherwise);
    }

    /** The field as a list of objects; one object counts as a list of one (protocol notes 6.3); empty otherwise. */
    public List<Map<String, Object>> list(String name) {
        return list(fields, name);
    }

    /** The objects of {@link #list(String)}, one by one: of a picture of thousands that is once through them, not twice. */
    public void each(String name, Consumer<Map<String, Object>> each) {
        each(fields.get(name), each);
    }

    /** {@link #text(String)} for an object inside a message. */
    public static String text(Map<String, Object> fields, String name) {
        return text(fields.get(name));
    }

    /** {@link #text(String)} for a value. */
    public static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Double d && !d.isInfinite() && !d.isNaN()) {
            return BigDecimal.valueOf(d).toPlainString(); // a time is 1767225600.25, never 1.76E9
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : "";
    }

    /** {@link #flag(String)} for an object inside a message. */
    public static boolean flag(Map<String, Object> fields, String name) {
        return flag(fields.get(name));
    }

    /** {@link #flag(String)} for a value. */
    public static boolean flag(Object value) {
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    /** {@link #list(String)} for an object inside a message. */
    public static List<Map<String, Object>> list(Map<String, Object> fields, String name) {
        return list(fields.get(name));
    }

    /** {@link #list(String)} for a value. */
    public static List<Map<String, Object>> list(Object value) {
        int most = value instanceof List<?> items ? items.size() : value instanceof Map<?, ?> ? 1 : 0;
        if (most == 0) { // as of most accounts of a large tenant
            return List.of();
        }
        List<Map<String, Object>> objects = new ArrayList<>(most);
        each(value, objects::add);
        return Collections.unmodifiableList(objects);
    }

    private static void each(Object value, Consumer<Map<String, Object>> each) {
        if (value instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> map) {
                    each.accept(object(map));
                }
            }
        } else if (value instanceof Map<?, ?> map) {
            each.accept(object(map));
        }
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    private static Map<String, Object> object(Map<?, ?> value) {
        return (Map<String, Object>) value;
    }

    /** As JavaScript does, which is how the PBX's own client tests the reserved keys. */
    private static boolean truthy(Object value) {
        if (value instanceof Number n) {
            return n.doubleValue() != 0;
        }
        return value != null && !"".equals(value) && !Boolean.FALSE.equals(value);
    }

    private static int whole(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}

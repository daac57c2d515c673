package pbx.shell;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import pbx.api.AccountId;
import pbx.api.call.CallId;

/**
 * Writes records as JSON: the field names are those of the record's components. An account is its name, a call is its id
 * followed by a field {@code account}, what is absent is null, times are ISO 8601.
 */
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    /** One object on one line. */
    static String of(Record thing) {
        Json json = new Json();
        json.object(thing);
        return json.out.toString();
    }

    private void object(Record thing) {
        String separator = "{";
        for (RecordComponent component : thing.getClass().getRecordComponents()) {
            out.append(separator);
            field(component.getName(), read(component, thing));
            separator = ",";
        }
        out.append(",".equals(separator) ? "}" : "{}");
    }

    private void field(String name, Object value) {
        text(name);
        out.append(':');
        if (value instanceof CallId id) {
            text(id.value());
            out.append(",\"account\":");
            text(id.account().value());
        } else {
            value(value);
        }
    }

    private void value(Object value) {
        if (value instanceof Optional<?> optional) {
            value(optional.orElse(null));
        } else if (value == null || (value instanceof Double d && !Double.isFinite(d))) {
            out.append("null");
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Collection<?> items) {
            array(items.iterator());
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Record thing && !(value instanceof AccountId)) {
            object(thing);
        } else {
            text(value.toString());
        }
    }

    private void array(Iterator<?> items) {
        out.append('[');
        while (items.hasNext()) {
            value(items.next());
            out.append(items.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private void map(Map<?, ?> map) {
        String separator = "";
        out.append('{');
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            field(String.valueOf(entry.getKey()), entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    /** What a terminal could act upon is written as an escape too, although JSON would allow some of it. */
    private void text(String text) {
        out.append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (visible(c)) {
                out.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    out.append("\\u%04x".formatted((int) unit));
                }
            }
        });
        out.append('"');
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static Object read(RecordComponent component, Record thing) {
        try {
            return component.getAccessor().invoke(thing);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}

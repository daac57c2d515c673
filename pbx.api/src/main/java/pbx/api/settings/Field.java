package pbx.api.settings;

import java.util.List;
import java.util.Objects;

/**
 * One setting, as its bundle defines it (metatype), with its value. Immutable.
 *
 * @param id its name in the configuration
 * @param title for people
 * @param description what it does
 * @param type what may be typed
 * @param many more than one value; in {@code value} commas part them
 * @param required it MUST have a value
 * @param options the values that may be chosen; empty: any of the type
 * @param value the present value, or the default where there is none; always empty for a secret
 * @param set a value was configured, so {@code value} is not the default
 */
public record Field(
        String id,
        String title,
        String description,
        Type type,
        boolean many,
        boolean required,
        List<Option> options,
        String value,
        boolean set) {

    /** What may be typed. */
    public enum Type {
        TEXT,
        NUMBER,
        FLAG,
        /** Never told, only set. */
        SECRET
    }

    /** A value that may be chosen, and how people call it. */
    public record Option(String value, String title) {
        public Option {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(title, "title");
        }
    }

    public Field {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(type, "type");
        options = List.copyOf(options);
        Objects.requireNonNull(value, "value");
    }
}

package pbx.api.settings;

import java.util.List;
import java.util.Objects;

/**
 * The settings of one thing, as a form can be drawn of them. Immutable.
 *
 * @param pid the configuration's PID; of a factory's template the factory's
 * @param name of a factory's configuration its own name, such as {@code demo} of {@code pbx.account~demo}; else empty
 * @param factory how many of these there may be: false, this one; true, any number, and {@code name} says which this is.
 *     A factory's page with an empty name is the template for a new one
 * @param title for people
 * @param description what it is
 */
public record Page(String pid, String name, boolean factory, String title, String description, List<Field> fields) {
    public Page {
        Objects.requireNonNull(pid, "pid");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        fields = List.copyOf(fields);
    }
}

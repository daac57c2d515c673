package pbx.api.plugin;

import java.util.Objects;
import java.util.Optional;

/**
 * One change of one plugin: anything but its load and the numbers of its deliveries.
 *
 * @param before empty: this is the first you hear of it
 * @param after empty: it is gone
 */
public record PluginChange(Optional<Plugin> before, Optional<Plugin> after) {
    public PluginChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}

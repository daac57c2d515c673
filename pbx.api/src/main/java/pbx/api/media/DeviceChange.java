package pbx.api.media;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A device came, went or became the system's choice; or what is wrong with the devices in use changed.
 *
 * @param before empty: it came, or it is the first you hear of it
 * @param after empty: it went. Both are empty where only {@code problems} changed
 * @param problems what is wrong now, as {@link Devices#problem} tells it
 */
public record DeviceChange(Optional<Device> before, Optional<Device> after, Map<Role, String> problems) {
    public DeviceChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        problems = Map.copyOf(problems);
    }
}

package pbx.media;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pbx.api.media.Device;
import pbx.api.media.DeviceChange;
import pbx.api.media.Role;

/** The picture of the devices. Any thread may read it; it is drawn on the writer. */
final class DeviceBoard {
    private final Consumer<DeviceChange> told;
    private final Map<Role, String> problems = new EnumMap<>(Role.class);
    private volatile Map<String, Device> picture = Map.of();

    DeviceBoard(Consumer<DeviceChange> told) {
        this.told = told;
    }

    List<Device> list() {
        return List.copyOf(picture.values());
    }

    /** What a listener that comes late is told first. */
    List<DeviceChange> replay() {
        List<DeviceChange> all = new ArrayList<>();
        picture.values().forEach(device -> all.add(change(null, device)));
        if (all.isEmpty() && !problems.isEmpty()) {
            all.add(change(null, null));
        }
        return all;
    }

    void found(List<Device> all) {
        Map<String, Device> before = picture;
        Map<String, Device> after = new LinkedHashMap<>();
        all.forEach(device -> after.put((device.input() ? "<" : ">") + device.id(), device));
        picture = after;
        after.forEach((id, device) -> {
            if (!device.equals(before.get(id))) {
                told.accept(change(before.get(id), device));
            }
        });
        before.forEach((id, device) -> {
            if (!after.containsKey(id)) {
                told.accept(change(device, null));
            }
        });
    }

    void problem(Role role, Optional<String> problem) {
        String before = problem.isPresent() ? problems.put(role, problem.get()) : problems.remove(role);
        if (!Optional.ofNullable(before).equals(problem)) {
            told.accept(change(null, null));
        }
    }

    /** What people in a call have to know: that they are not heard, or hear nothing. */
    Optional<String> problem() {
        String all = Stream.of(Role.MICROPHONE, Role.SPEAKER)
                .map(problems::get)
                .filter(text -> text != null)
                .distinct()
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private DeviceChange change(Device before, Device after) {
        return new DeviceChange(Optional.ofNullable(before), Optional.ofNullable(after), problems);
    }
}

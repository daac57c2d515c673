package pbx.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.media.Device;
import pbx.api.media.Devices;
import pbx.api.media.Role;

/** Which microphones and speakers there are, and which of them is for what. */
final class DeviceCommands {
    private final Platform platform;

    DeviceCommands(Platform platform) {
        this.platform = platform;
    }

    List<Command> all() {
        return List.of(new Command("devices [ROLE DEVICE]", this::devices));
    }

    private void devices(Arguments arguments, Output out) {
        List<String> words = arguments.count(0, 2).words();
        switch (words.size()) {
            case 0 -> list(out);
            case 2 -> choose(words.get(0), words.get(1), out);
            default -> throw arguments.unfit();
        }
    }

    private void list(Output out) {
        Devices devices = platform.devices();
        out.show(devices.list(), DeviceCommands::columns, "no devices");
        for (Role role : Role.values()) {
            String problem = devices.problem(role).map(text -> "; " + text).orElse("");
            out.remark("the " + word(role) + " is " + devices.chosen(role) + problem);
        }
    }

    private void choose(String name, String device, Output out) {
        Role role = role(name);
        Stages.result(platform.devices().choose(role, device));
        out.remark("the " + word(role) + " is " + device + (known(role, device) ? "" : ", once it is plugged in"));
    }

    private boolean known(Role role, String device) {
        return device.equals(Devices.DEFAULT)
                || device.equals(Devices.NONE)
                || platform.devices().list().stream().anyMatch(found -> found.fits(role) && found.isMeant(device));
    }

    private static List<String> columns(Device device) {
        return List.of(
                device.input() ? "microphone" : "speaker",
                device.name(),
                device.id(),
                device.standard() ? "the system's choice" : "");
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> word(role).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> new PbxException(Reason.INVALID, "a role is microphone, speaker or ringer, not " + name));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}

package pbx.media.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pbx.api.media.Device;
import pbx.api.media.Devices;
import pbx.api.media.Role;

/**
 * Which device a role gets of those that are there.
 *
 * @param problem for people; empty where it is the one that was chosen
 */
record Choice(Optional<Device> device, Optional<String> problem) {
    private static final Choice SILENT = new Choice(Optional.empty(), Optional.empty());

    static Choice of(Role role, String wanted, List<Device> all) {
        if (wanted.equals(Devices.NONE)) {
            return SILENT;
        }
        List<Device> fitting = all.stream().filter(found -> found.fits(role)).toList();
        Optional<Device> meant =
                fitting.stream().filter(found -> found.isMeant(wanted)).findFirst();
        Optional<Device> instead = fitting.stream()
                .filter(Device::standard)
                .findFirst()
                .or(() -> fitting.stream().findFirst());
        if (meant.isPresent() || wanted.equals(Devices.DEFAULT)) {
            Optional<Device> device = meant.or(() -> instead);
            return new Choice(device, device.isPresent() ? Optional.empty() : Optional.of(none(role)));
        }
        return instead.map(found -> new Choice(instead, Optional.of(missing(role, wanted, found))))
                .orElseGet(() -> new Choice(instead, Optional.of(none(role))));
    }

    private static String none(Role role) {
        return "there is no " + name(role)
                + " on this machine; plug one in, or start the audio server, and it is used at once";
    }

    private static String missing(Role role, String wanted, Device instead) {
        return "the " + name(role) + " \"" + wanted + "\" is not there; \"" + instead.name() + "\" is used until it is";
    }

    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}

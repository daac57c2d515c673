package pbx.media.device;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pbx.api.media.Devices;
import pbx.api.media.Role;
import pbx.webrtc.AudioDevices.Found;

/**
 * Which device a role gets of those that are there.
 *
 * @param problem for people; empty where it is the one that was chosen
 */
record Choice(Optional<Found> device, Optional<String> problem) {
    private static final Choice SILENT = new Choice(Optional.empty(), Optional.empty());

    static Choice of(Role role, String wanted, List<Found> all) {
        if (wanted.equals(Devices.NONE)) {
            return SILENT;
        }
        List<Found> fitting = all.stream()
                .filter(found -> found.input() == (role == Role.MICROPHONE))
                .toList();
        Optional<Found> meant =
                fitting.stream().filter(found -> means(wanted, found)).findFirst();
        Optional<Found> instead = fitting.stream()
                .filter(Found::standard)
                .findFirst()
                .or(() -> fitting.stream().findFirst());
        if (meant.isPresent() || wanted.equals(Devices.DEFAULT)) {
            Optional<Found> device = meant.or(() -> instead);
            return new Choice(device, device.isPresent() ? Optional.empty() : Optional.of(none(role)));
        }
        return instead.map(found -> new Choice(instead, Optional.of(missing(role, wanted, found))))
                .orElseGet(() -> new Choice(instead, Optional.of(none(role))));
    }

    /** An id exactly, or a part of a name. */
    private static boolean means(String wanted, Found found) {
        return found.id().equals(wanted)
                || (!wanted.equals(Devices.DEFAULT)
                        && found.name().toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT)));
    }

    private static String none(Role role) {
        return "there is no " + name(role)
                + " on this machine; plug one in, or start the audio server, and it is used at once";
    }

    private static String missing(Role role, String wanted, Found instead) {
        return "the " + name(role) + " \"" + wanted + "\" is not there; \"" + instead.name() + "\" is used until it is";
    }

    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}

package pbx.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.media.Devices;
import pbx.api.media.Role;
import pbx.api.settings.Secret;
import pbx.media.device.Desk;
import pbx.webrtc.AudioEngine.IceServer;

/** The configuration in the words of those who use it. */
final class Options {
    private static final Logger log = LoggerFactory.getLogger(Options.class);
    /** RFC 7064 and RFC 7065. */
    private static final Pattern SERVER = Pattern.compile(
            "(stuns?|turns?):(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(:[0-9]{1,5})?(\\?transport=(udp|tcp))?");

    private Options() {}

    static Desk.Settings desk(MediaConfig config) {
        return new Desk.Settings(
                Map.of(
                        Role.MICROPHONE, device(config.microphone()),
                        Role.SPEAKER, device(config.speaker()),
                        Role.RINGER, device(config.ringer())),
                config.echoCancellation(),
                config.noiseSuppression(),
                config.gainControl());
    }

    private static String device(String text) {
        return text.isBlank() ? Devices.DEFAULT : text.strip();
    }

    /** One that is written wrongly is left out: the engine would make no call at all with it. */
    static List<IceServer> servers(MediaConfig config) {
        List<IceServer> servers = new ArrayList<>();
        for (String line : config.iceServers()) {
            String url = line.strip();
            if (!SERVER.matcher(url).matches()) {
                log.warn(
                        "\"{}\" is no ICE server and is left out: write stun:HOST:PORT or turn:HOST:PORT?transport=udp"
                                + " in conf/{}.cfg",
                        url,
                        MediaConfig.PID);
            } else if (url.startsWith("turn")) {
                servers.add(new IceServer(url, config.iceUser(), password(config)));
            } else {
                servers.add(new IceServer(url, "", ""));
            }
        }
        return servers;
    }

    private static String password(MediaConfig config) {
        try {
            return Secret.reveal(config._icePassword());
        } catch (IllegalArgumentException nowhere) {
            log.warn("the setting .icePassword of {} {}", MediaConfig.PID, nowhere.getMessage());
            return "";
        }
    }

    static Path recordings(MediaConfig config) {
        return Path.of(config.recordings());
    }

    /** The configuration's name of a role's device. */
    static String key(Role role) {
        return switch (role) {
            case MICROPHONE -> "microphone";
            case SPEAKER -> "speaker";
            case RINGER -> "ringer";
        };
    }
}

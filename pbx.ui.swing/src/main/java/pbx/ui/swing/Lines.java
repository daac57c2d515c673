package pbx.ui.swing;

import java.util.function.Function;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import pbx.api.media.Devices;
import pbx.api.media.Role;

/** The devices that calls use, opened for a test or a message. Blocks: never on the EDT. */
final class Lines {
    private static final AudioFormat VOICE = new AudioFormat(16_000, 16, 1, true, false);

    private final Function<Role, String> chosen;
    private final Texts texts;

    /** @param chosen the device of a role: a part of its name, {@link Devices#DEFAULT} or {@link Devices#NONE} */
    Lines(Function<Role, String> chosen, Texts texts) {
        this.chosen = chosen;
        this.texts = texts;
    }

    SourceDataLine speaker(AudioFormat format) throws LineUnavailableException {
        SourceDataLine line = find(SourceDataLine.class, format, Role.SPEAKER);
        line.open(format);
        return line;
    }

    TargetDataLine microphone() throws LineUnavailableException {
        TargetDataLine line = find(TargetDataLine.class, VOICE, Role.MICROPHONE);
        line.open(VOICE);
        return line;
    }

    private <L extends Line> L find(Class<L> type, AudioFormat format, Role role) throws LineUnavailableException {
        String name = chosen.apply(role);
        if (Devices.NONE.equals(name)) {
            throw new LineUnavailableException(texts.get("devices.unchosen." + role));
        }
        DataLine.Info wanted = new DataLine.Info(type, format);
        try {
            if (!Devices.DEFAULT.equals(name)) {
                for (Mixer.Info info : AudioSystem.getMixerInfo()) {
                    Mixer mixer = AudioSystem.getMixer(info);
                    if (info.getName().contains(name) && mixer.isLineSupported(wanted)) {
                        return type.cast(mixer.getLine(wanted));
                    }
                }
            }
            return type.cast(AudioSystem.getLine(wanted));
        } catch (IllegalArgumentException e) { // so Java Sound says that there is none
            LineUnavailableException none = new LineUnavailableException(String.valueOf(e.getMessage()));
            none.initCause(e);
            throw none;
        }
    }
}

package pbx.media;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This machine's microphone and speaker, open while at least one call needs them. Each device has a thread of its own, so that
 * one which hangs stops nothing else; a call without devices goes on and is told so.
 */
final class SoundCard {
    private static final Logger log = LoggerFactory.getLogger(SoundCard.class);
    static final AudioFormat FORMAT = new AudioFormat(48_000, 16, 1, true, false);
    static final int FRAME_BYTES = 960;

    private final List<CallAudio> calls = new CopyOnWriteArrayList<>();
    private final Consumer<Optional<String>> told;
    /** What was said of each device: once is enough until something else is wrong. */
    private final Map<String, String> warned = new ConcurrentHashMap<>();

    private Device microphone = Device.NONE;
    private Device speaker = Device.NONE;
    private MediaConfig config;

    /** @param told hears what is wrong with the devices, or that nothing is; on a device's thread */
    SoundCard(MediaConfig config, Consumer<Optional<String>> told) {
        this.config = config;
        this.told = told;
    }

    synchronized void modified(MediaConfig next) {
        config = next;
    }

    synchronized void add(CallAudio call) {
        if (!calls.contains(call) && calls.add(call) && calls.size() == 1) {
            microphone = Device.start("pbx-microphone", config.microphone(), this::capture, this::failed);
            speaker = Device.start("pbx-speaker", config.speaker(), this::play, this::failed);
        }
    }

    synchronized void remove(CallAudio call) {
        if (calls.remove(call) && calls.isEmpty()) {
            microphone.stop();
            speaker.stop();
        }
    }

    synchronized void close() {
        calls.clear();
        microphone.stop();
        speaker.stop();
    }

    private void failed(String device, String problem) {
        if (!problem.equals(warned.put(device, problem))) {
            log.warn("{}: {}", device, problem);
        }
        told.accept(Optional.of(problem));
    }

    private void capture(String name, Device device) throws LineUnavailableException {
        try (TargetDataLine line = line(name, TargetDataLine.class, "microphone")) {
            line.open(FORMAT, FRAME_BYTES * 8);
            line.start();
            warned.remove("pbx-microphone");
            byte[] bytes = new byte[FRAME_BYTES];
            while (device.wanted() && line.read(bytes, 0, bytes.length) == bytes.length) {
                short[] frame = Pcm.samples(bytes);
                calls.forEach(call -> call.said(frame));
            }
        }
    }

    private void play(String name, Device device) throws LineUnavailableException {
        try (SourceDataLine line = line(name, SourceDataLine.class, "speaker")) {
            line.open(FORMAT, FRAME_BYTES * 8);
            line.start();
            warned.remove("pbx-speaker");
            short[] mixed = new short[FRAME_BYTES / 2];
            while (device.wanted()) {
                Pcm.mix(calls.stream().map(CallAudio::heard).toList(), mixed);
                line.write(Pcm.bytes(mixed), 0, FRAME_BYTES); // blocks while the card's buffer is full: it paces us
            }
        }
    }

    private static <T extends Line> T line(String name, Class<T> type, String what) throws LineUnavailableException {
        DataLine.Info wanted = new DataLine.Info(type, FORMAT);
        try {
            if ("default".equals(name)) {
                return type.cast(AudioSystem.getLine(wanted));
            }
            for (Mixer.Info mixer : AudioSystem.getMixerInfo()) {
                if (mixer.getName().contains(name)
                        && AudioSystem.getMixer(mixer).isLineSupported(wanted)) {
                    return type.cast(AudioSystem.getMixer(mixer).getLine(wanted));
                }
            }
        } catch (IllegalArgumentException e) { // so Java Sound says that there is none
            throw none(what, e);
        }
        throw new LineUnavailableException("there is no " + what + " named \"" + name
                + "\"; correct the setting in conf/" + MediaConfig.PID + ".cfg");
    }

    private static LineUnavailableException none(String what, Exception cause) {
        LineUnavailableException none = new LineUnavailableException("there is no " + what
                + " on this machine; the call goes on without it. Plug one in, and it is used from"
                + " the next call on");
        none.initCause(cause);
        return none;
    }
}

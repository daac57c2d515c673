package pbx.media.device;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.media.Device;
import pbx.api.media.Role;
import pbx.media.sound.Pcm;
import pbx.media.sound.Sound;
import pbx.webrtc.AudioDevices;
import pbx.webrtc.AudioDevices.Found;
import pbx.webrtc.AudioDevices.Line;
import pbx.webrtc.AudioDevices.Processing;

/**
 * What stands on the desk: microphone, speaker and ringer, each open while something needs it. What is heard of calls and
 * tones goes to the speaker; what the microphone gives, less its echo and noise, goes to the calls.
 */
public final class Desk implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Desk.class);

    private final AudioDevices devices;
    private final List<Voice> voices = new CopyOnWriteArrayList<>();
    private final List<Sound> local = new CopyOnWriteArrayList<>();
    private final List<Sound> rings = new CopyOnWriteArrayList<>();
    private final Map<Role, DeviceThread> threads = new EnumMap<>(Role.class);
    private final DeviceWatch watch;
    private volatile Settings settings;
    private volatile Processing processing;

    /** Somebody to talk with. */
    public interface Voice {
        /** From the microphone; the array is the desk's. */
        void said(short[] frame);

        /** For the speaker: adds the next 10 ms. */
        void heard(short[] frame);
    }

    /** Who hears of what is on the desk, on a device's thread. */
    public interface Told {
        void found(List<Device> all);

        void problem(Role role, Optional<String> problem);
    }

    /** What was chosen. */
    public record Settings(Map<Role, String> chosen, boolean echo, boolean noise, boolean gain) {
        boolean processed() {
            return echo || noise || gain;
        }
    }

    public Desk(AudioDevices devices, Settings settings, Told told) {
        this(devices, new PreferredSound(devices), settings, told);
    }

    Desk(AudioDevices devices, SoundSystem system, Settings settings, Told told) {
        this.devices = devices;
        this.settings = settings;
        start(Role.MICROPHONE, system, new Microphone(), told);
        start(Role.SPEAKER, system, new Player(local, true), told);
        start(Role.RINGER, system, new Player(rings, false), told);
        watch = new DeviceWatch(system, found -> {
            List<Device> all = found.stream().map(Desk::device).toList();
            threads.values().forEach(thread -> thread.found(all));
            told.found(all);
        });
    }

    private static Device device(Found found) {
        return new Device(found.id(), found.name(), found.input(), found.standard());
    }

    private void start(Role role, SoundSystem system, DeviceThread.Pump pump, Told told) {
        Consumer<Optional<String>> problem = what -> told.problem(role, what);
        threads.put(role, new DeviceThread(role, settings.chosen().get(role), system, pump, problem));
    }

    /** Takes effect at once; only a device that is another one now is opened anew. */
    public void modified(Settings next) {
        settings = next;
        next.chosen().forEach((role, device) -> threads.get(role).choose(device));
    }

    public String chosen(Role role) {
        return threads.get(role).chosen();
    }

    public Optional<String> problem(Role role) {
        return threads.get(role).problem();
    }

    public synchronized void add(Voice voice) {
        if (!voices.contains(voice)) {
            voices.add(voice);
            need();
        }
    }

    public synchronized void remove(Voice voice) {
        if (voices.remove(voice)) {
            need();
        }
    }

    /** Plays it on the speaker until it is over or {@link #silence silenced}. */
    public synchronized void play(Sound sound) {
        local.add(sound);
        need();
    }

    /** Plays it on the ringer until it is silenced. */
    public synchronized void ring(Sound sound) {
        rings.add(sound);
        need();
    }

    public synchronized void silence(Sound sound) {
        local.remove(sound);
        rings.remove(sound);
        need();
    }

    /** To be called now and then. */
    public void check() {
        threads.values().forEach(DeviceThread::check);
    }

    private void need() {
        threads.get(Role.MICROPHONE).needed(!voices.isEmpty());
        threads.get(Role.SPEAKER).needed(!voices.isEmpty() || !local.isEmpty());
        threads.get(Role.RINGER).needed(!rings.isEmpty());
    }

    @Override
    public void close() {
        watch.close();
        threads.values().forEach(DeviceThread::close);
    }

    /** From the microphone to the calls. */
    private final class Microphone implements DeviceThread.Pump {
        private final short[] frame = new short[Pcm.FRAME];

        @Override
        public AutoCloseable opened() {
            Settings with = settings;
            if (!with.processed()) {
                return () -> {};
            }
            try {
                Processing mine = devices.processing(with.echo(), with.noise(), with.gain());
                processing = mine;
                return () -> {
                    processing = null;
                    mine.close();
                };
            } catch (IOException unavailable) {
                log.warn("the microphone is used as it is: {}", unavailable.getMessage());
                return () -> {};
            }
        }

        @Override
        public void turn(Line line) throws IOException {
            line.read(frame);
            Processing mine = processing;
            if (mine != null) {
                mine.near(frame);
            }
            for (Voice voice : voices) {
                voice.said(frame);
            }
        }
    }

    /** From calls and tones to a speaker. */
    private final class Player implements DeviceThread.Pump {
        private final short[] frame = new short[Pcm.FRAME];
        private final List<Sound> sounds;
        private final boolean withCalls;

        Player(List<Sound> sounds, boolean withCalls) {
            this.sounds = sounds;
            this.withCalls = withCalls;
        }

        @Override
        public AutoCloseable opened() {
            return () -> {};
        }

        @Override
        public void turn(Line line) throws IOException {
            Arrays.fill(frame, (short) 0);
            if (withCalls) {
                voices.forEach(voice -> voice.heard(frame));
            }
            for (Sound sound : sounds) {
                if (!sound.addTo(frame)) {
                    silence(sound);
                }
            }
            Processing far = processing;
            if (withCalls && far != null) {
                far.far(frame);
            }
            line.write(frame);
        }
    }
}

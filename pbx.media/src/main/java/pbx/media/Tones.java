package pbx.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.media.device.Desk;
import pbx.media.sound.Beeps;
import pbx.media.sound.Clip;
import pbx.media.sound.Sound;

/**
 * Rings, ringback, call waiting, keys and hold music: begins and ends what {@link Sounding} says. Confined to the writer.
 */
final class Tones {
    private static final Logger log = LoggerFactory.getLogger(Tones.class);
    /** Longer than the pause of a ringback. */
    private static final long EARLY_MS = 5_000;

    private final Desk desk;
    private final Function<CallId, Optional<CallSound>> sounds;
    private final Map<CallId, Call> calls = new LinkedHashMap<>();
    private final Map<String, Optional<Clip>> clips = new HashMap<>();
    private MediaConfig config;
    private Sounding now = Sounding.NOTHING;
    private Optional<Sound> ring = Optional.empty();
    private Optional<Sound> waiting = Optional.empty();
    private Optional<Sound> ringback = Optional.empty();

    Tones(Desk desk, MediaConfig config, Function<CallId, Optional<CallSound>> sounds) {
        this.desk = desk;
        this.config = config;
        this.sounds = sounds;
    }

    void modified(MediaConfig next) {
        config = next;
        clips.clear();
    }

    void changed(CallChange change) {
        Call call = change.after();
        if (call.state() == CallState.ENDED) {
            calls.remove(call.id());
        } else {
            calls.put(call.id(), call);
        }
        look();
    }

    /** Nobody controls that call any more, so that its end will not be told. */
    void uncontrolled(CallId call) {
        calls.remove(call);
        look();
    }

    /** Whether silence of that call is as it should be. */
    boolean held(CallId call) {
        Call known = calls.get(call);
        return known != null
                && (known.heldHere() || known.heldThere() || !known.state().answered());
    }

    void keys(String digits) {
        if (config.keyTones()) {
            desk.play(Beeps.keys(digits));
        }
    }

    /** Also once a second, for what the calls do not tell: whether one is silent. */
    void look() {
        Sounding next = Sounding.of(calls.values(), call -> sounds.apply(call.id())
                .map(sound -> sound.heardWithin(EARLY_MS))
                .orElse(false));
        if (!next.ring().map(Call::id).equals(now.ring().map(Call::id))) {
            ring.ifPresent(desk::silence);
            ring = next.ring().flatMap(this::ringOf);
            ring.ifPresent(desk::ring);
        }
        waiting = switched(next.waiting() && config.callWaitingTone(), waiting, Beeps.waiting());
        ringback = switched(next.ringback() && config.ringback(), ringback, Beeps.ringback());
        now = next;
        calls.values().forEach(this::music);
    }

    private Optional<Sound> switched(boolean on, Optional<Sound> before, Sound sound) {
        if (on == before.isPresent()) {
            return before;
        }
        before.ifPresent(desk::silence);
        if (on) {
            desk.play(sound);
        }
        return on ? Optional.of(sound) : Optional.empty();
    }

    private Optional<Sound> ringOf(Call call) {
        String file = RingTones.of(config.ringTones()).choose(call).orElse(config.ringTone());
        return switch (file) {
            case "none" -> Optional.empty();
            case "" -> Optional.of(Beeps.ring());
            default -> Optional.of(clip(file).map(Sound.class::cast).orElseGet(Beeps::ring));
        };
    }

    /** What the far end hears while it is held: from its beginning each time. */
    private void music(Call call) {
        sounds.apply(call.id()).ifPresent(sound -> {
            boolean wanted = call.heldHere()
                    && call.state() == CallState.ACTIVE
                    && !config.holdMusic().isEmpty();
            if (wanted != sound.hasMusic()) {
                sound.music(wanted ? clip(config.holdMusic()).orElse(null) : null);
            }
        });
    }

    /** Read once, and missed once, until the configuration changes. */
    private Optional<Clip> clip(String file) {
        return clips.computeIfAbsent(file, Tones::read).map(Clip::anew);
    }

    private static Optional<Clip> read(String file) {
        try {
            return Optional.of(Clip.read(Path.of(file), true));
        } catch (IOException | IllegalArgumentException e) {
            log.warn("the sound {} cannot be played: {}; correct conf/{}.cfg", file, e.toString(), MediaConfig.PID);
            return Optional.empty();
        }
    }

    void close() {
        ring.ifPresent(desk::silence);
        waiting.ifPresent(desk::silence);
        ringback.ifPresent(desk::silence);
    }
}

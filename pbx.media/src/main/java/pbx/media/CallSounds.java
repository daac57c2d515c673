package pbx.media;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import pbx.api.call.CallId;
import pbx.api.media.MediaSession;
import pbx.media.device.Desk;
import pbx.media.sound.KeyEar;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.Registration;

/** What this instance has hung on the engine's sessions: each call's sound. Written on the writer, read by any thread. */
final class CallSounds {
    private final AudioEngine engine;
    private final Desk desk;
    private final BiConsumer<CallId, Character> keys;
    private final Map<CallId, Attached> attached = new ConcurrentHashMap<>();

    private record Attached(CallSound sound, Registration source, Registration sink) {}

    /** @param keys hears what is pressed at the far ends, on the engine's threads */
    CallSounds(AudioEngine engine, Desk desk, BiConsumer<CallId, Character> keys) {
        this.engine = engine;
        this.desk = desk;
        this.keys = keys;
    }

    Optional<CallSound> of(CallId call) {
        return Optional.ofNullable(attached.get(call)).map(Attached::sound);
    }

    CallSound session(MediaSession session) {
        CallSound sound = attached.computeIfAbsent(session.call(), call -> attach(session))
                .sound();
        sound.muted(session.muted());
        sound.paused(session.paused());
        if (session.paused()) {
            desk.remove(sound); // no open microphone while it rings or is on hold
        } else {
            desk.add(sound);
        }
        return sound;
    }

    private Attached attach(MediaSession session) {
        CallSound sound = new CallSound();
        sound.paused(session.paused());
        KeyEar ear = new KeyEar(key -> keys.accept(session.call(), (char) key));
        sound.add((there, frame) -> {
            if (there) {
                ear.hear(frame);
            }
        });
        String id = Sessions.id(session.call());
        return new Attached(sound, engine.source(Sessions.OWNER, id, sound), engine.sink(Sessions.OWNER, id, sound));
    }

    Optional<CallSound> gone(CallId call) {
        Attached gone = attached.remove(call);
        if (gone == null) {
            return Optional.empty();
        }
        gone.source().close();
        gone.sink().close();
        desk.remove(gone.sound());
        return Optional.of(gone.sound());
    }

    void close() {
        attached.keySet().forEach(this::gone);
    }
}

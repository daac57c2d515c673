package pbx.webrtc.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import pbx.webrtc.AudioEngine.EngineException;
import pbx.webrtc.AudioEngine.Event;
import pbx.webrtc.AudioEngine.IceServer;
import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.AudioEngine.PcmSource;
import pbx.webrtc.AudioEngine.Registration;
import pbx.webrtc.AudioEngine.Session;

/** One session: its thread, what others see of it, its sound and, on its thread only, the native peer. */
final class LiveSession {
    private final Key key;
    private final Natives natives;
    private final SharedDevices devices;
    private final BooleanSupplier outward;
    private final Listeners listeners;
    private final Supplier<List<IceServer>> servers;
    private final SessionThread thread;
    private final Picture picture;
    private final Microphone microphone;
    private final Speaker speaker;
    // the session's thread only
    private Peer peer;
    private Negotiation negotiation;
    private EngineException broken;

    LiveSession(
            Key key,
            Natives natives,
            SharedDevices devices,
            BooleanSupplier outward,
            Listeners listeners,
            Supplier<List<IceServer>> servers,
            ThreadMaker threads) {
        this.key = key;
        this.natives = natives;
        this.devices = devices;
        this.outward = outward;
        this.listeners = listeners;
        this.servers = servers;
        this.thread = new SessionThread(key, threads::make);
        this.picture = new Picture(key.id(), event -> listeners.tell(key, event));
        this.microphone = new Microphone(key);
        this.speaker = new Speaker(key);
    }

    Key key() {
        return key;
    }

    Session snapshot() {
        return picture.session();
    }

    /** Makes the native peer as soon as the predecessor of the same name is gone. */
    void open(CompletableFuture<Void> before) {
        thread.post(() -> {
            try {
                before.join();
                natives.await();
                Condition condition = new Condition(picture, outward);
                LocalCandidates found = new LocalCandidates(picture);
                peer = new Peer(
                        devices,
                        new PeerEvents(thread::post, condition, found, this::hear, this::connected),
                        microphone,
                        speaker,
                        servers.get());
                negotiation = new Negotiation(peer, condition, found);
                listeners.tell(key, Event.OPENED);
            } catch (Throwable error) {
                broken = Failures.of(error);
            }
        });
    }

    CompletableFuture<Void> close() {
        return thread.end(() -> {
            microphone.silence();
            if (peer != null) {
                peer.close();
                listeners.tell(key, Event.CLOSED);
            }
        });
    }

    CompletableFuture<String> offer() {
        return thread.ask(told -> {
            requireWhole();
            negotiation.offer(told);
        });
    }

    CompletableFuture<String> answer(String offer) {
        return thread.ask(told -> {
            requireWhole();
            negotiation.answer(offer, told);
        });
    }

    CompletableFuture<Void> accept(String answer) {
        return ask(() -> {
            negotiation.accept(answer);
            return null;
        });
    }

    CompletableFuture<Void> candidate(String line, String mid, int index) {
        return ask(() -> {
            negotiation.candidate(line, mid, index);
            return null;
        });
    }

    CompletableFuture<Void> press(String digits, int durationMs, int gapMs) {
        return ask(() -> {
            Dtmf.press(peer.connection(), digits, durationMs, gapMs);
            return null;
        });
    }

    CompletableFuture<List<Map<String, Object>>> stats() {
        return ask(() -> Statistics.of(peer.connection()));
    }

    void note(String name, String value) {
        if (picture.note(name, value)) {
            thread.post(() -> listeners.tell(key, Event.NOTED));
        }
    }

    Registration source(PcmSource source) {
        return microphone.source(source);
    }

    Registration sink(PcmSink sink) {
        return speaker.sink(sink);
    }

    private void hear() {
        peer.hear();
    }

    private void connected() {
        peer.connected();
    }

    private <T> CompletableFuture<T> ask(Callable<T> work) {
        return thread.ask(told -> {
            requireWhole();
            told.accept(work.call());
        });
    }

    private void requireWhole() {
        if (broken != null) {
            throw broken;
        }
    }
}

package pbx.webrtc.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import pbx.webrtc.AudioEngine;

/** The audio engine: finds the session and hands the work to the session's own thread. */
public final class Engine implements AudioEngine {
    private static final Registration NOTHING = () -> {};

    private final Natives natives;
    private final Listeners listeners = new Listeners();
    private final ThreadMaker threads = new ThreadMaker();
    private final Map<String, List<IceServer>> servers = new ConcurrentHashMap<>();
    private final SharedDevices devices;
    private final Registry registry;

    /** @param outward whether the machine has a network interface that WebRTC can use */
    Engine(Natives natives, BooleanSupplier outward) {
        this.natives = natives;
        this.devices = new SharedDevices(natives);
        this.registry = new Registry(key -> new LiveSession(
                key,
                natives,
                devices,
                outward,
                listeners,
                () -> servers.getOrDefault(key.owner(), List.of()),
                threads));
    }

    @Override
    public Optional<String> problem() {
        return natives.problem();
    }

    @Override
    public CompletableFuture<String> offer(String owner, String id) {
        return negotiate(new Key(owner, id), LiveSession::offer);
    }

    @Override
    public CompletableFuture<String> answer(String owner, String id, String offer) {
        return negotiate(new Key(owner, id), session -> session.answer(offer));
    }

    @Override
    public CompletableFuture<Void> accept(String owner, String id, String answer) {
        return on(new Key(owner, id), session -> session.accept(answer));
    }

    @Override
    public CompletableFuture<Void> candidate(String owner, String id, String line, String mid, int index) {
        return on(new Key(owner, id), session -> session.candidate(line, mid, index));
    }

    @Override
    public CompletableFuture<Void> close(String owner, String id) {
        return registry.close(new Key(owner, id));
    }

    @Override
    public CompletableFuture<Void> press(String owner, String id, String digits, int durationMs, int gapMs) {
        return on(new Key(owner, id), session -> session.press(digits, durationMs, gapMs));
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> stats(String owner, String id) {
        return on(new Key(owner, id), LiveSession::stats);
    }

    @Override
    public List<Session> sessions(String owner) {
        return registry.of(owner).stream().map(LiveSession::snapshot).toList();
    }

    @Override
    public void note(String owner, String id, String key, String value) {
        registry.find(new Key(owner, id)).ifPresent(session -> session.note(key, value));
    }

    @Override
    public Registration listen(String owner, BiConsumer<String, Event> listener) {
        return listeners.add(owner, listener);
    }

    @Override
    public Registration source(String owner, String id, PcmSource source) {
        return registry.find(new Key(owner, id))
                .map(session -> session.source(source))
                .orElse(NOTHING);
    }

    @Override
    public Registration sink(String owner, String id, PcmSink sink) {
        return registry.find(new Key(owner, id))
                .map(session -> session.sink(sink))
                .orElse(NOTHING);
    }

    @Override
    public void servers(String owner, List<IceServer> all) {
        servers.put(owner, List.copyOf(all));
    }

    /** Closes every session and waits for it, within bounds. Nothing can be opened afterwards. */
    void stop() {
        registry.stop();
        devices.close();
        threads.close();
    }

    private CompletableFuture<String> negotiate(Key key, Work<String> work) {
        if (problem().isPresent()) {
            return CompletableFuture.failedFuture(Failures.noEngine(problem().get()));
        }
        return registry.use(key)
                .map(session -> counted(session, work.on(session)))
                .orElseGet(() -> CompletableFuture.failedFuture(Failures.noEngine("The audio engine has stopped.")));
    }

    /** The registry hears of the outcome before the caller does. */
    private CompletableFuture<String> counted(LiveSession session, CompletableFuture<String> work) {
        CompletableFuture<String> told = new CompletableFuture<>();
        var unused = work.whenComplete((sdp, error) -> {
            registry.used(session, error == null);
            if (error == null) {
                told.complete(sdp);
            } else {
                told.completeExceptionally(error);
            }
        });
        return told;
    }

    private <T> CompletableFuture<T> on(Key key, Work<T> work) {
        if (problem().isPresent()) {
            return CompletableFuture.failedFuture(Failures.noEngine(problem().get()));
        }
        return registry.find(key).map(work::on).orElseGet(() -> CompletableFuture.failedFuture(Failures.unknown(key)));
    }

    /** Something that is asked of a session. */
    private interface Work<T> {
        CompletableFuture<T> on(LiveSession session);
    }
}

package pbx.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import pbx.webrtc.AudioEngine;

/** An engine without sound of its own: it keeps what it is given, on a thread of its own, as strictly as the real one. */
final class FakeEngine implements AudioEngine {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "fake-engine");
        made.setDaemon(true);
        return made;
    });
    private final Map<String, PcmSource> sources = new ConcurrentHashMap<>();
    private final Map<String, List<PcmSink>> sinks = new ConcurrentHashMap<>();
    private final List<BiConsumer<String, Event>> listeners = new CopyOnWriteArrayList<>();
    final Map<String, List<String>> live = new ConcurrentHashMap<>();
    final List<String> candidates = new CopyOnWriteArrayList<>();
    final List<String> accepted = new CopyOnWriteArrayList<>();

    /** What the client of the session hears in the next 10 ms. */
    short[] hear(String id) {
        short[] frame = new short[480];
        sources.getOrDefault(id, silent -> {}).fill(frame);
        return frame;
    }

    /** The client of the session speaks for 10 ms. */
    void say(String id, short[] samples, int rate) {
        sinks.getOrDefault(id, List.of()).forEach(sink -> sink.take(samples, rate));
    }

    /** What was asked before has been done when it returns. */
    void settle() {
        later(() -> null).join();
    }

    private void open(String id) {
        live.put(id, List.of("candidate:1 1 UDP 1 127.0.0.1 9 typ host generation " + id));
        listeners.forEach(listener -> listener.accept(id, Event.CANDIDATE));
    }

    private <T> CompletableFuture<T> later(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, thread);
    }

    private void require(String id) {
        if (!live.containsKey(id)) {
            throw new EngineException(EngineException.Reason.UNKNOWN, "no session " + id);
        }
    }

    private static void requireSdp(String sdp) {
        if (!sdp.startsWith("v=0")) {
            throw new EngineException(EngineException.Reason.INVALID, "not an SDP");
        }
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    public CompletableFuture<String> offer(String owner, String id) {
        return later(() -> {
            open(id);
            return "v=0\r\na=setup:actpass\r\na=offer:" + id + "\r\n";
        });
    }

    @Override
    public CompletableFuture<String> answer(String owner, String id, String offer) {
        return later(() -> {
            requireSdp(offer);
            open(id);
            return "v=0\r\na=setup:active\r\na=answer:" + id + "\r\n";
        });
    }

    @Override
    public CompletableFuture<Void> accept(String owner, String id, String answer) {
        return later(() -> {
            require(id);
            requireSdp(answer);
            accepted.add(id);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> candidate(String owner, String id, String line, String mid, int index) {
        return later(() -> {
            require(id);
            candidates.add(id + " " + line);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> close(String owner, String id) {
        return later(() -> {
            live.remove(id);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> press(String owner, String id, String digits, int durationMs, int gapMs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<List<Map<String, Object>>> stats(String owner, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Session> sessions(String owner) {
        List<Session> sessions = new ArrayList<>();
        live.forEach((id, lines) -> sessions.add(new Session(
                id,
                State.NEW,
                false,
                lines.stream().map(line -> new LocalCandidate(line, "0", 0)).toList(),
                Map.of(),
                Optional.empty())));
        return sessions;
    }

    @Override
    public void note(String owner, String id, String key, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Registration listen(String owner, BiConsumer<String, Event> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Registration source(String owner, String id, PcmSource source) {
        require(id);
        sources.put(id, source);
        return () -> sources.remove(id, source);
    }

    @Override
    public Registration sink(String owner, String id, PcmSink sink) {
        require(id);
        sinks.computeIfAbsent(id, key -> new CopyOnWriteArrayList<>()).add(sink);
        return () -> sinks.get(id).remove(sink);
    }
}

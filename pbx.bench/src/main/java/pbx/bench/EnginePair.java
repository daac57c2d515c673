package pbx.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.LocalCandidate;
import pbx.webrtc.AudioEngine.PcmSink;
import pbx.webrtc.AudioEngine.PcmSource;
import pbx.webrtc.AudioEngine.Registration;
import pbx.webrtc.AudioEngine.State;

/** Two sessions of the platform's audio engine, or one of each of two engines, as in a call with somebody else. */
final class EnginePair implements Pair {
    private static final long PATIENCE_S = 15;
    private static final List<String> SIDES = List.of("caller", "callee");

    private final Map<String, AudioEngine> engines;
    private final String id = "pair " + UUID.randomUUID();
    private final List<Registration> open = new ArrayList<>();
    private final Set<LocalCandidate> told = new HashSet<>();
    private final CompletableFuture<Void> connected = new CompletableFuture<>();

    EnginePair(AudioEngine engine) throws Exception {
        this(engine, engine);
    }

    EnginePair(AudioEngine caller, AudioEngine callee) throws Exception {
        engines = Map.of("caller", caller, "callee", callee);
        String offer = get(caller.offer("caller", id));
        String answer = get(callee.answer("callee", id, offer));
        open.add(caller.listen("caller", (session, event) -> look()));
        open.add(callee.listen("callee", (session, event) -> look()));
        get(caller.accept("caller", id, answer));
        look();
        get(connected);
    }

    private synchronized void look() {
        trickle("caller", "callee");
        trickle("callee", "caller");
        if (session("caller").state() == State.CONNECTED && session("callee").state() == State.CONNECTED) {
            connected.complete(null);
        }
    }

    private void trickle(String from, String to) {
        for (LocalCandidate found : session(from).candidates()) {
            if (told.add(found)) {
                var unused = engines.get(to).candidate(to, id, found.line(), found.mid(), found.index());
            }
        }
    }

    private AudioEngine.Session session(String owner) {
        return engines.get(owner).sessions(owner).stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void speak(PcmSource first, PcmSource second) {
        open.add(engines.get("caller").source("caller", id, first));
        open.add(engines.get("callee").source("callee", id, second));
    }

    @Override
    public void hear(PcmSink sink) {
        open.add(engines.get("callee").sink("callee", id, sink));
    }

    @Override
    public Sound sound() throws Exception {
        Sound sound = new Sound(0, 0);
        for (String side : SIDES) {
            for (Map<String, Object> stats : get(engines.get(side).stats(side, id))) {
                if ("inbound-rtp".equals(stats.get("type"))) {
                    sound = sound.plus(BarePair.sound(stats));
                }
            }
        }
        return sound;
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_S, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        open.forEach(Registration::close);
        for (String side : SIDES) {
            get(engines.get(side).close(side, id));
        }
    }
}

package pbx.webrtc.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.LocalCandidate;
import pbx.webrtc.AudioEngine.PcmSource;
import pbx.webrtc.AudioEngine.Registration;
import pbx.webrtc.AudioEngine.Session;
import pbx.webrtc.AudioEngine.State;
import pbx.webrtc.Ear;

/** Two sessions of two owners in one engine, to be connected with each other; candidates trickle. */
final class Line implements AutoCloseable {
    final AudioEngine engine;
    final String id;
    final Ear atMedia = new Ear();
    final Ear atPbx = new Ear();
    private final Set<Registration> registrations = new HashSet<>();

    Line(AudioEngine engine, String id) {
        this.engine = engine;
        this.id = id;
    }

    /** The owner "media" calls the owner "pbx", and both hear. */
    Line connect() throws Exception {
        String offer = engine.offer("media", id).get(30, TimeUnit.SECONDS);
        String answer = engine.answer("pbx", id, offer).get(30, TimeUnit.SECONDS);
        trickle();
        engine.accept("media", id, answer).get(30, TimeUnit.SECONDS);
        return connected();
    }

    Line connected() throws Exception {
        Until.session(engine, "media", id, session -> session.state() == State.CONNECTED);
        Until.session(engine, "pbx", id, session -> session.state() == State.CONNECTED);
        registrations.add(engine.sink("media", id, atMedia));
        registrations.add(engine.sink("pbx", id, atPbx));
        return this;
    }

    /** A second offer of one side, taken by the other. */
    void renegotiate(String from, String to) throws Exception {
        String offer = engine.offer(from, id).get(30, TimeUnit.SECONDS);
        String answer = engine.answer(to, id, offer).get(30, TimeUnit.SECONDS);
        engine.accept(from, id, answer).get(30, TimeUnit.SECONDS);
    }

    Registration play(String owner, PcmSource source) {
        Registration registration = engine.source(owner, id, source);
        registrations.add(registration);
        return registration;
    }

    /** Both sessions are there: what one finds is given to the other, without its section's name as on the PBX's wire. */
    void trickle() {
        trickle("media", "pbx");
        trickle("pbx", "media");
    }

    Session session(String owner) {
        return engine.sessions(owner).stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        registrations.forEach(Registration::close);
        engine.close("media", id).orTimeout(30, TimeUnit.SECONDS).join();
        engine.close("pbx", id).orTimeout(30, TimeUnit.SECONDS).join();
    }

    void trickle(String from, String to) {
        Set<LocalCandidate> told = new HashSet<>();
        registrations.add(engine.listen(from, (session, event) -> tellNew(from, to, told)));
        tellNew(from, to, told);
    }

    private void tellNew(String from, String to, Set<LocalCandidate> told) {
        synchronized (told) {
            engine.sessions(from).stream()
                    .filter(session -> session.id().equals(id))
                    .flatMap(session -> session.candidates().stream())
                    .filter(told::add)
                    .forEach(candidate -> {
                        var unused = engine.candidate(to, id, "a=" + candidate.line(), "", 0);
                    });
        }
    }
}

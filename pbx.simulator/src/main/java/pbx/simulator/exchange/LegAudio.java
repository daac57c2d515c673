package pbx.simulator.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pbx.simulator.sound.Ring;
import pbx.simulator.sound.Sound;
import pbx.simulator.wire.Frame;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.LocalCandidate;
import pbx.webrtc.AudioEngine.Registration;

/**
 * One leg's peer connection, used from the loop alone. Answers of the engine come back to the loop. A leg whose client comes
 * with another DTLS fingerprint gets a new session, for a peer connection cannot change its partner.
 */
final class LegAudio {
    private static final Pattern FINGERPRINT = Pattern.compile("(?m)^a=fingerprint:\\s*(.+?)\\s*$");
    private static final Registration NOTHING = () -> {};

    private final AudioEngine engine;
    private final String owner;
    private final Loop loop;
    private final String name;
    private final Ring voice = new Ring();
    private final List<Frame.Candidate> early = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private int sessions;
    private String fingerprint = "";
    private boolean described;
    private boolean closed;
    private Sound plays = Sound.silence();
    private Registration source = NOTHING;
    private Registration sink = NOTHING;

    /** @param owner whose session this is in the engine */
    LegAudio(AudioEngine engine, String owner, Loop loop, String name) {
        this.engine = engine;
        this.owner = owner;
        this.loop = loop;
        this.name = name;
    }

    /** What the leg's client says. */
    Ring voice() {
        return voice;
    }

    boolean is(String session) {
        return session().equals(session);
    }

    CompletableFuture<String> offer() {
        return here(session -> engine.offer(owner, session));
    }

    /** The client answered the offer. */
    CompletableFuture<Void> accept(String sdp) {
        fingerprint = fingerprint(sdp);
        return here(session -> engine.accept(owner, session, sdp)).thenRun(this::flows);
    }

    /** The client offers: at first, again for hold and resume, or with a fresh peer connection of its own. */
    CompletableFuture<String> answer(String sdp) {
        String partner = fingerprint(sdp);
        if (!fingerprint.isEmpty() && !fingerprint.equals(partner)) {
            release();
            sessions++;
        }
        fingerprint = partner;
        return here(session -> engine.answer(owner, session, sdp)).thenApply(answer -> {
            flows();
            return answer;
        });
    }

    void candidate(Frame.Candidate candidate) {
        if (described) {
            add(candidate);
        } else if (early.size() < 100) {
            early.add(candidate);
        }
    }

    /** The candidates found since it was last asked. */
    List<String> untold() {
        return engine.sessions(owner).stream()
                .filter(session -> is(session.id()))
                .flatMap(session -> session.candidates().stream())
                .map(LocalCandidate::line)
                .filter(told::add)
                .toList();
    }

    /** The client has lost what it was told. */
    void tellAgain() {
        told.clear();
    }

    /** From now on the client hears this, and nothing of what it heard before. */
    void play(Sound sound) {
        Sound before = plays;
        plays = sound;
        voice.tap(sound.tap());
        before.end().run();
        attach();
    }

    private void attach() {
        if (described && !closed) {
            source.close();
            source = engine.source(owner, session(), plays.source());
        }
    }

    void close() {
        play(Sound.silence());
        closed = true;
        release();
    }

    private void flows() {
        if (closed) {
            return;
        }
        if (!described) {
            described = true;
            sink = engine.sink(owner, session(), voice);
            attach();
        }
        early.forEach(this::add);
        early.clear();
    }

    private void release() {
        sink.close();
        source.close();
        sink = NOTHING;
        source = NOTHING;
        described = false;
        told.clear();
        early.clear();
        var unused = engine.close(owner, session());
    }

    private void add(Frame.Candidate candidate) {
        var unused = engine.candidate(owner, session(), candidate.line(), candidate.mid(), candidate.index());
    }

    private String session() {
        return name + "." + sessions;
    }

    private <T> CompletableFuture<T> here(Function<String, CompletableFuture<T>> work) {
        String session = session();
        return work.apply(session).whenCompleteAsync((result, error) -> discardIfOver(session), loop);
    }

    /** What the engine made for a leg that has ended meanwhile is of no use to anybody. */
    private void discardIfOver(String session) {
        if (closed || !is(session)) {
            var unused = engine.close(owner, session);
        }
    }

    private static String fingerprint(String sdp) {
        Matcher matcher = FINGERPRINT.matcher(sdp);
        return matcher.find() ? matcher.group(1) : "";
    }
}

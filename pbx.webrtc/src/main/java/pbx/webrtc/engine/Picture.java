package pbx.webrtc.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import pbx.webrtc.AudioEngine.Event;
import pbx.webrtc.AudioEngine.LocalCandidate;
import pbx.webrtc.AudioEngine.Session;
import pbx.webrtc.AudioEngine.State;

/**
 * What others see of a session. It is read by any thread and written by the session's thread, notes excepted: they are
 * visible at once to whoever wrote them.
 */
final class Picture {
    private final AtomicReference<Session> session;
    private final Consumer<Event> events;

    Picture(String id, Consumer<Event> events) {
        this.session = new AtomicReference<>(new Session(id, State.NEW, false, List.of(), Map.of(), Optional.empty()));
        this.events = events;
    }

    Session session() {
        return session.get();
    }

    void state(State state, Optional<String> problem) {
        change(s -> new Session(s.id(), state, s.offering(), s.candidates(), s.notes(), problem));
    }

    /** A description stands: the candidates are those of the one before, or it has none yet. */
    void described(boolean offering, boolean sameCandidates) {
        change(s -> new Session(
                s.id(), s.state(), offering, sameCandidates ? s.candidates() : List.of(), s.notes(), s.problem()));
    }

    void candidate(LocalCandidate candidate) {
        session.updateAndGet(s -> {
            List<LocalCandidate> all = new ArrayList<>(s.candidates());
            all.add(candidate);
            return new Session(s.id(), s.state(), s.offering(), all, s.notes(), s.problem());
        });
        events.accept(Event.CANDIDATE);
    }

    /** @return whether that changed anything; the event is the caller's to post */
    boolean note(String key, String value) {
        Session before = session.getAndUpdate(s -> {
            Map<String, String> notes = new HashMap<>(s.notes());
            if (value.isEmpty()) {
                notes.remove(key);
            } else {
                notes.put(key, value);
            }
            return new Session(s.id(), s.state(), s.offering(), s.candidates(), notes, s.problem());
        });
        return !value.equals(before.notes().getOrDefault(key, ""));
    }

    /** Tells the change if others can see one. Notes may change meanwhile, they have their own event. */
    private void change(UnaryOperator<Session> change) {
        Session before = session.getAndUpdate(change);
        Session after = change.apply(before);
        if (!after.equals(before)) {
            events.accept(Event.CHANGED);
        }
    }
}

package pbx.callcontrol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.call.CallId;
import pbx.api.call.MediaState;
import pbx.api.media.Candidate;
import pbx.api.media.Media;
import pbx.api.media.MediaChange;
import pbx.api.media.MediaSession;
import pbx.api.media.Quality;

/** Sessions that are just records; the tests say when they connect. As in the real one only offer and answer make a session. */
final class FakeMedia implements Media {
    final Map<CallId, MediaSession> sessions = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();
    Optional<String> problem = Optional.empty();
    /** Answers nothing and fails what is open, as an instance that is being stopped. */
    boolean stopping;
    /** Descriptions that contain this are refused as the engine refuses what it cannot parse. */
    String garbage = "garbage";

    /** What offers wait for; completed unless a test says otherwise. */
    CompletableFuture<Void> offers = CompletableFuture.completedFuture(null);

    Consumer<MediaChange> listener = change -> {};

    @Override
    public List<MediaSession> list() {
        return List.copyOf(sessions.values());
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    private <T> CompletionStage<T> answered(
            String question, CallId call, String sdp, UnaryOperator<State> edit, T value) {
        asked.add(question);
        if (stopping) {
            return failed(Reason.STOPPED, "being replaced");
        }
        if (!sessions.containsKey(call)) {
            return failed(Reason.UNKNOWN_CALL, "no session");
        }
        if (sdp.contains(garbage)) {
            return failed(Reason.INVALID, "java.lang.Error: cannot parse");
        }
        change(call, s -> edit.apply(State.of(s)).session());
        return CompletableFuture.completedFuture(value);
    }

    private static <T> CompletionStage<T> failed(Reason reason, String text) {
        return CompletableFuture.failedFuture(new PbxException(reason, text));
    }

    private void open(CallId call) {
        if (!stopping && !sessions.containsKey(call)) {
            MediaSession made = new MediaSession(
                    call, MediaState.CONNECTING, false, false, false, List.of(), Map.of(), Optional.empty());
            sessions.put(call, made);
            listener.accept(new MediaChange(Optional.empty(), Optional.of(made)));
        }
    }

    @Override
    public CompletionStage<String> offer(CallId call) {
        open(call);
        return answered("offer", call, "", s -> s.open(true), "my offer").thenCombine(offers, (offer, done) -> offer);
    }

    @Override
    public CompletionStage<String> answer(CallId call, String offer) {
        open(call);
        return answered("answer " + offer, call, offer, s -> s.open(false), "my answer");
    }

    @Override
    public CompletionStage<Void> accept(CallId call, String answer) {
        return answered("accept " + answer, call, answer, s -> s.open(false), null);
    }

    @Override
    public void candidate(CallId call, Candidate candidate) {
        asked.add("candidate " + candidate.line());
    }

    @Override
    public CompletionStage<Void> pause(CallId call, boolean paused) {
        return answered("pause " + paused, call, "", s -> s.paused(paused), null);
    }

    @Override
    public CompletionStage<Void> mute(CallId call, boolean muted) {
        return answered("mute " + muted, call, "", s -> s.muted(muted), null);
    }

    @Override
    public CompletionStage<Void> press(CallId call, String digits) {
        return answered("press " + digits, call, "", s -> s, null);
    }

    @Override
    public void note(CallId call, String key, String value) {
        MediaSession s = sessions.get(call);
        if (s != null) {
            Map<String, String> notes = new HashMap<>(s.notes());
            if (value.isEmpty() ? notes.remove(key) != null : !value.equals(notes.put(key, value))) {
                sessions.put(call, State.of(s).notes(notes).session());
            }
        }
    }

    @Override
    public void claim(CallId call) {
        asked.add("claim");
    }

    @Override
    public void close(CallId call) {
        MediaSession gone = stopping ? null : sessions.remove(call);
        if (gone != null) {
            listener.accept(new MediaChange(Optional.of(gone), Optional.empty()));
        }
    }

    @Override
    public CompletionStage<Quality> quality(CallId call) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    void connect(CallId call) {
        become(call, MediaState.CONNECTED, Optional.empty());
    }

    void become(CallId call, MediaState state, Optional<String> why) {
        change(call, s -> State.of(s).state(state, why).session());
    }

    void found(CallId call, String line) {
        change(call, s -> {
            List<Candidate> all = new ArrayList<>(s.candidates());
            all.add(new Candidate(line, "0", 0));
            return State.of(s).candidates(all).session();
        });
    }

    void change(CallId call, UnaryOperator<MediaSession> edit) {
        MediaSession before = sessions.get(call);
        MediaSession after = edit.apply(before);
        sessions.put(call, after);
        if (!after.equals(before)) {
            listener.accept(new MediaChange(Optional.of(before), Optional.of(after)));
        }
    }

    /** What a new listener is told. */
    void replay() {
        list().forEach(s -> listener.accept(new MediaChange(Optional.empty(), Optional.of(s))));
    }

    String lastPause() {
        return asked.stream()
                .filter(a -> a.startsWith("pause"))
                .reduce((a, b) -> b)
                .orElse("none");
    }

    /** A session with one thing changed. */
    record State(MediaSession session) {
        static State of(MediaSession session) {
            return new State(session);
        }

        private State with(
                MediaState state,
                boolean open,
                boolean paused,
                boolean muted,
                List<Candidate> candidates,
                Map<String, String> notes,
                Optional<String> why) {
            return of(new MediaSession(session.call(), state, open, paused, muted, candidates, notes, why));
        }

        State state(MediaState state, Optional<String> why) {
            MediaSession s = session;
            return with(state, s.open(), s.paused(), s.muted(), s.candidates(), s.notes(), why);
        }

        State open(boolean open) {
            MediaSession s = session;
            return with(s.state(), open, s.paused(), s.muted(), s.candidates(), s.notes(), s.problem());
        }

        State paused(boolean paused) {
            MediaSession s = session;
            return with(s.state(), s.open(), paused, s.muted(), s.candidates(), s.notes(), s.problem());
        }

        State muted(boolean muted) {
            MediaSession s = session;
            return with(s.state(), s.open(), s.paused(), muted, s.candidates(), s.notes(), s.problem());
        }

        State candidates(List<Candidate> candidates) {
            MediaSession s = session;
            return with(s.state(), s.open(), s.paused(), s.muted(), candidates, s.notes(), s.problem());
        }

        State notes(Map<String, String> notes) {
            MediaSession s = session;
            return with(s.state(), s.open(), s.paused(), s.muted(), s.candidates(), notes, s.problem());
        }
    }
}

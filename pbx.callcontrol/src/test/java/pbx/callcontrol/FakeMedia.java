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

/** Sessions that are just records; the tests say when they connect. */
final class FakeMedia implements Media {
    final Map<CallId, MediaSession> sessions = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();
    Optional<String> problem = Optional.empty();
    /** Answers nothing and fails what is open, as an instance that is being stopped. */
    boolean stopping;

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

    private <T> CompletionStage<T> answered(String question, CallId call, T value) {
        asked.add(question);
        if (stopping) {
            return CompletableFuture.failedFuture(new PbxException(Reason.STOPPED, "being replaced"));
        }
        if (!sessions.containsKey(call)) {
            MediaSession made = new MediaSession(
                    call, MediaState.CONNECTING, false, false, false, List.of(), Map.of(), Optional.empty());
            sessions.put(call, made);
            listener.accept(new MediaChange(Optional.empty(), Optional.of(made)));
        }
        return CompletableFuture.completedFuture(value);
    }

    @Override
    public CompletionStage<String> offer(CallId call) {
        return answered("offer", call, "my offer").thenCombine(offers, (offer, done) -> offer);
    }

    @Override
    public CompletionStage<String> answer(CallId call, String offer) {
        return answered("answer " + offer, call, "my answer");
    }

    @Override
    public CompletionStage<Void> accept(CallId call, String answer) {
        return answered("accept " + answer, call, null);
    }

    @Override
    public void candidate(CallId call, Candidate candidate) {
        asked.add("candidate " + candidate.line());
    }

    @Override
    public CompletionStage<Void> pause(CallId call, boolean paused) {
        return answered("pause " + paused, call, null);
    }

    @Override
    public CompletionStage<Void> mute(CallId call, boolean muted) {
        change(
                call,
                s -> new MediaSession(
                        call, s.state(), s.open(), s.paused(), muted, s.candidates(), s.notes(), s.problem()));
        return answered("mute " + muted, call, null);
    }

    @Override
    public CompletionStage<Void> press(CallId call, String digits) {
        return answered("press " + digits, call, null);
    }

    @Override
    public void note(CallId call, String key, String value) {
        MediaSession s = sessions.get(call);
        if (s != null) {
            Map<String, String> notes = new HashMap<>(s.notes());
            notes.put(key, value);
            notes.values().removeIf(String::isEmpty);
            sessions.put(
                    call,
                    new MediaSession(
                            call, s.state(), s.open(), s.paused(), s.muted(), s.candidates(), notes, s.problem()));
        }
    }

    @Override
    public void claim(CallId call) {
        asked.add("claim");
    }

    @Override
    public void close(CallId call) {
        MediaSession gone = sessions.remove(call);
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
        change(
                call,
                s -> new MediaSession(call, state, s.open(), s.paused(), s.muted(), s.candidates(), s.notes(), why));
    }

    void found(CallId call, String line) {
        change(call, s -> {
            List<Candidate> all = new ArrayList<>(s.candidates());
            all.add(new Candidate(line, "0", 0));
            return new MediaSession(call, s.state(), s.open(), s.paused(), s.muted(), all, s.notes(), s.problem());
        });
    }

    void change(CallId call, UnaryOperator<MediaSession> edit) {
        MediaSession before = sessions.get(call);
        MediaSession after = edit.apply(before);
        sessions.put(call, after);
        listener.accept(new MediaChange(Optional.of(before), Optional.of(after)));
    }

    /** What a new listener is told. */
    void replay() {
        list().forEach(s -> listener.accept(new MediaChange(Optional.empty(), Optional.of(s))));
    }
}

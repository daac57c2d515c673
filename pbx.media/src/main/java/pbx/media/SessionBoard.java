package pbx.media;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import pbx.api.call.CallId;
import pbx.api.media.MediaChange;
import pbx.api.media.MediaSession;
import pbx.webrtc.AudioEngine;

/** The picture of the sessions. Any thread may read it; it is drawn anew, from the engine's, on the writer. */
final class SessionBoard {
    private final AudioEngine engine;
    private final Breaks breaks;
    private final Consumer<MediaChange> told;
    private final Part part;
    private volatile Map<CallId, MediaSession> picture = Map.of();
    private Optional<String> devices = Optional.empty();

    /** What hangs on a session. */
    interface Part {
        /** There it is, new or changed. */
        void session(MediaSession session, Map<String, String> notes);

        /** It is gone. */
        void gone(CallId call);
    }

    /** @param told hears every change */
    SessionBoard(AudioEngine engine, Breaks breaks, Part part, Consumer<MediaChange> told) {
        this.engine = engine;
        this.breaks = breaks;
        this.part = part;
        this.told = told;
    }

    List<MediaSession> list() {
        return List.copyOf(picture.values());
    }

    Map<CallId, MediaSession> picture() {
        return picture;
    }

    /** What is wrong with microphone or speaker. */
    void devices(Optional<String> problem) {
        devices = problem;
        draw();
    }

    void draw() {
        Map<CallId, MediaSession> before = picture;
        Map<CallId, MediaSession> after = new LinkedHashMap<>();
        for (AudioEngine.Session session : engine.sessions(Sessions.OWNER)) {
            CallId call = Sessions.call(session.id());
            MediaSession drawn = Sessions.drawn(session, breaks.isBroken(call, session.state()), devices);
            after.put(call, drawn);
            part.session(drawn, session.notes());
        }
        picture = after;
        after.forEach((call, session) -> {
            if (!session.equals(before.get(call))) {
                told.accept(new MediaChange(Optional.ofNullable(before.get(call)), Optional.of(session)));
            }
        });
        before.forEach((call, session) -> {
            if (!after.containsKey(call)) {
                breaks.forget(call);
                part.gone(call);
                told.accept(new MediaChange(Optional.of(session), Optional.empty()));
            }
        });
    }
}

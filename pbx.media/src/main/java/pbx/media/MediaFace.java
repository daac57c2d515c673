package pbx.media;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.call.CallId;
import pbx.api.media.Candidate;
import pbx.api.media.Media;
import pbx.api.media.MediaSession;
import pbx.api.media.Quality;
import pbx.api.plugin.Use;
import pbx.listeners.Replies;
import pbx.webrtc.AudioEngine;

/** Media as one consumer bundle sees it: its stages complete on its own queue. */
@Component(scope = ServiceScope.BUNDLE)
public final class MediaFace implements Media {
    private static final Logger log = LoggerFactory.getLogger(MediaFace.class);
    /** A far end on the same engine plays only a part of an event, and that must be long enough to be known for a key. */
    static final int TONE_MS = 160;

    static final int GAP_MS = 80;

    private final WebRtcMedia media;
    private final AudioEngine engine;
    private final String consumer;
    private final Replies replies;

    @Activate
    public MediaFace(@Reference WebRtcMedia media, ComponentContext context) {
        this.media = media;
        this.engine = media.engine;
        this.consumer = context.getUsingBundle().getSymbolicName();
        this.replies = new Replies(context.getUsingBundle(), media.border, Use.AUDIO);
    }

    @Deactivate
    void stop() {
        replies.close();
    }

    @Override
    public List<MediaSession> list() {
        replies.check();
        return media.board.list();
    }

    @Override
    public Optional<String> problem() {
        return engine.problem();
    }

    @Override
    public CompletionStage<String> offer(CallId call) {
        return replies.ask(() -> Sessions.translated(engine.offer(Sessions.OWNER, Sessions.id(call))));
    }

    @Override
    public CompletionStage<String> answer(CallId call, String offer) {
        return replies.ask(() -> Sessions.translated(engine.answer(Sessions.OWNER, Sessions.id(call), offer)));
    }

    @Override
    public CompletionStage<Void> accept(CallId call, String answer) {
        return replies.ask(() -> Sessions.translated(engine.accept(Sessions.OWNER, Sessions.id(call), answer)));
    }

    @Override
    public void candidate(CallId call, Candidate candidate) {
        replies.check();
        engine.candidate(Sessions.OWNER, Sessions.id(call), candidate.line(), candidate.mid(), candidate.index())
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        log.debug("call {}: a candidate was dropped", call, failure);
                    }
                });
    }

    @Override
    public CompletionStage<Void> pause(CallId call, boolean paused) {
        return replies.ask(() -> media.flag(call, Sessions.PAUSED, paused));
    }

    @Override
    public CompletionStage<Void> mute(CallId call, boolean muted) {
        return replies.ask(() -> media.flag(call, Sessions.MUTED, muted));
    }

    @Override
    public CompletionStage<Void> press(CallId call, String digits) {
        return replies.ask(
                () -> Sessions.translated(engine.press(Sessions.OWNER, Sessions.id(call), digits, TONE_MS, GAP_MS))
                        .thenRun(() -> media.writer.post(() -> media.tones.keys(digits))));
    }

    @Override
    public void note(CallId call, String key, String value) {
        replies.check();
        engine.note(Sessions.OWNER, Sessions.id(call), key, value);
    }

    @Override
    public void claim(CallId call) {
        replies.check();
        media.writer.post(() -> media.claims.claimed(call, consumer));
    }

    @Override
    public void close(CallId call) {
        replies.check();
        engine.close(Sessions.OWNER, Sessions.id(call));
    }

    @Override
    public CompletionStage<Quality> quality(CallId call) {
        return replies.ask(() -> media.seconds.now(call));
    }
}

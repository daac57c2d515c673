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
import pbx.api.call.CallId;
import pbx.api.media.Candidate;
import pbx.api.media.Media;
import pbx.api.media.MediaSession;
import pbx.api.media.Quality;
import pbx.api.plugin.Use;
import pbx.listeners.Replies;

/** Media as one consumer bundle sees it: its stages complete on its own queue. */
@Component(scope = ServiceScope.BUNDLE)
public final class MediaFace implements Media {
    private final WebRtcMedia media;
    private final Replies replies;

    @Activate
    public MediaFace(@Reference WebRtcMedia media, ComponentContext context) {
        this.media = media;
        this.replies = new Replies(context.getUsingBundle(), media.border, Use.AUDIO);
    }

    @Deactivate
    void stop() {
        replies.close();
    }

    @Override
    public List<MediaSession> list() {
        replies.check();
        return media.list();
    }

    @Override
    public Optional<String> problem() {
        return media.problem();
    }

    @Override
    public CompletionStage<String> offer(CallId call) {
        return replies.ask(() -> media.offer(call));
    }

    @Override
    public CompletionStage<String> answer(CallId call, String offer) {
        return replies.ask(() -> media.answer(call, offer));
    }

    @Override
    public CompletionStage<Void> accept(CallId call, String answer) {
        return replies.ask(() -> media.accept(call, answer));
    }

    @Override
    public void candidate(CallId call, Candidate candidate) {
        replies.check();
        media.candidate(call, candidate);
    }

    @Override
    public CompletionStage<Void> pause(CallId call, boolean paused) {
        return replies.ask(() -> media.pause(call, paused));
    }

    @Override
    public CompletionStage<Void> mute(CallId call, boolean muted) {
        return replies.ask(() -> media.mute(call, muted));
    }

    @Override
    public CompletionStage<Void> press(CallId call, String digits) {
        return replies.ask(() -> media.press(call, digits));
    }

    @Override
    public void note(CallId call, String key, String value) {
        replies.check();
        media.note(call, key, value);
    }

    @Override
    public void claim(CallId call) {
        replies.check();
        media.claim(call);
    }

    @Override
    public void close(CallId call) {
        replies.check();
        media.close(call);
    }

    @Override
    public CompletionStage<Quality> quality(CallId call) {
        return replies.ask(() -> media.quality(call));
    }
}

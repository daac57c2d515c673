package pbx.media;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import pbx.api.call.CallId;
import pbx.api.media.Recording;
import pbx.api.media.Recordings;
import pbx.api.plugin.Use;
import pbx.listeners.Replies;

/** Recordings as one consumer bundle sees them; what it began goes on without it, and is shown with the call. */
@Component(scope = ServiceScope.BUNDLE)
public final class RecordingsFace implements Recordings {
    private final WebRtcMedia media;
    private final Replies replies;

    @Activate
    public RecordingsFace(@Reference WebRtcMedia media, ComponentContext context) {
        this.media = media;
        this.replies = new Replies(context.getUsingBundle(), media.border, Use.AUDIO);
    }

    @Deactivate
    void stop() {
        replies.close();
    }

    @Override
    public List<Recording> list() {
        return media.recorders.list();
    }

    @Override
    public CompletionStage<Recording> start(CallId call) {
        return replies.ask(() -> {
            CompletableFuture<Recording> done = new CompletableFuture<>();
            media.writer.post(() -> media.recorders.start(call, media.sounds.of(call), media::redraw, done));
            return done;
        });
    }

    @Override
    public CompletionStage<Void> stop(CallId call) {
        return replies.ask(() -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            media.writer.post(() -> {
                media.recorders.stop(call);
                media.redraw();
                done.complete(null);
            });
            return done;
        });
    }
}

package pbx.media;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import pbx.api.call.CallId;
import pbx.api.media.FrameListener;
import pbx.api.media.Injection;
import pbx.api.media.Tap;
import pbx.api.media.Taps;
import pbx.api.plugin.Use;
import pbx.listeners.Replies;
import pbx.media.tap.TapBoard;

/** Taps of one consumer bundle: they are closed when it goes. */
@Component(scope = ServiceScope.BUNDLE)
public final class TapsFace implements Taps {
    private final WebRtcMedia media;
    private final Replies replies;
    private final TapBoard board;

    @Activate
    public TapsFace(@Reference WebRtcMedia media, ComponentContext context) {
        String owner = context.getUsingBundle().getSymbolicName();
        this.media = media;
        this.replies = new Replies(context.getUsingBundle(), media.border, Use.AUDIO);
        this.board = new TapBoard(owner);
        media.opened(board);
    }

    @Deactivate
    void stop() {
        media.closed(board);
        board.close();
        replies.close();
    }

    @Override
    public CompletionStage<Tap> listen(CallId call, FrameListener listener) {
        return on(call, sound -> board.listen(sound, listener));
    }

    @Override
    public CompletionStage<Injection> inject(CallId call, boolean alone) {
        return on(call, sound -> board.inject(sound, alone, replies::tell));
    }

    private <T> CompletionStage<T> on(CallId call, Function<CallSound, T> open) {
        return replies.ask(() -> opened(call, open));
    }

    private <T> CompletionStage<T> opened(CallId call, Function<CallSound, T> open) {
        CompletableFuture<T> opened = new CompletableFuture<>();
        media.writer.post(() -> media.sounds
                .of(call)
                .ifPresentOrElse(
                        sound -> opened.complete(open.apply(sound)),
                        () -> opened.completeExceptionally(Sessions.unknown(call))));
        return opened;
    }
}

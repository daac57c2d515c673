package pbx.plugins;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import pbx.api.PbxException;

/** A stage that a caller waits for. It completes on a thread of its own: what the caller chains to it delays nobody here. */
final class Reply<T> {
    private final CompletableFuture<T> stage = new CompletableFuture<>();

    CompletionStage<T> stage() {
        return stage;
    }

    void done(T value) {
        elsewhere(() -> stage.complete(value));
    }

    void failed(PbxException failure) {
        elsewhere(() -> stage.completeExceptionally(failure));
    }

    /** A pool would have an end, and callers that block could reach it. */
    private static void elsewhere(Runnable completion) {
        Thread thread = new Thread(completion, "pbx-plugins-reply");
        thread.setDaemon(true);
        thread.start();
    }
}

package pbx.listeners;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.view.View;

/** Asks one view on a thread of its own: it may block or fail, and then nobody waits for it longer than 5 s. */
final class ViewThread implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;
    /** So many questions may wait behind one that does not come back. */
    private static final int MOST_WAITING = 10;

    private final Views.Named named;
    private final View view;
    private final ThreadPoolExecutor thread;

    ViewThread(Views.Named named, View view) {
        this.named = named;
        this.view = view;
        this.thread = Replies.serial("view " + named.name(), view.getClass().getClassLoader());
    }

    Views.Named named() {
        return named;
    }

    <T> CompletionStage<T> ask(Function<View, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            if (thread.getQueue().size() < MOST_WAITING) {
                thread.execute(() -> answer(answer, question));
            }
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(gone(e));
        }
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        Replies.bare(failure) instanceof TimeoutException late ? late(late) : Replies.bare(failure)));
    }

    private <T> void answer(CompletableFuture<T> answer, Function<View, T> question) {
        try {
            T value = question.apply(view);
            if (value == null) {
                throw new IllegalStateException("null is no answer");
            }
            answer.complete(value);
        } catch (PbxException e) {
            answer.completeExceptionally(e);
        } catch (Throwable e) { // a plugin may throw anything, also a LinkageError
            answer.completeExceptionally(
                    new PbxException(Reason.UNSUPPORTED, "the view " + named.name() + " failed: " + e, e));
        }
    }

    private PbxException late(TimeoutException e) {
        return new PbxException(
                Reason.TIMED_OUT, "the view " + named.name() + " did not answer within " + PATIENCE_SECONDS + " s", e);
    }

    private PbxException gone(RejectedExecutionException e) {
        return new PbxException(Reason.STOPPED, "the view " + named.name() + " is gone", e);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

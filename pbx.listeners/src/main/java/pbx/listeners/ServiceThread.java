package pbx.listeners;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** Asks one service of a plugin on a thread of its own: it may block or fail, and then nobody waits for it longer than 5 s. */
public final class ServiceThread<S> implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    /** So many questions may wait behind one that does not come back. */
    private static final int MOST_WAITING = 10;

    private final String what;
    private final S service;
    private final Duration patience;
    private final ThreadPoolExecutor thread;

    /** @param what people call it, for example {@code view calllog} */
    public ServiceThread(String what, S service) {
        this(what, service, PATIENCE);
    }

    ServiceThread(String what, S service, Duration patience) {
        this.what = what;
        this.service = service;
        this.patience = patience;
        this.thread = Replies.serial(what, service.getClass().getClassLoader());
    }

    /** Fails with TIMED_OUT, STOPPED, UNSUPPORTED, or with the service's own {@link PbxException}. */
    public <T> CompletionStage<T> ask(Function<S, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            if (thread.getQueue().size() < MOST_WAITING) {
                thread.execute(() -> answer(answer, question));
            }
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(gone(e));
        }
        return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        Replies.bare(failure) instanceof TimeoutException late ? late(late) : Replies.bare(failure)));
    }

    private <T> void answer(CompletableFuture<T> answer, Function<S, T> question) {
        try {
            T value = question.apply(service);
            if (value == null) {
                throw new IllegalStateException("null is no answer");
            }
            answer.complete(value);
        } catch (PbxException e) {
            answer.completeExceptionally(e);
        } catch (Throwable e) { // a plugin may throw anything, also a LinkageError
            answer.completeExceptionally(new PbxException(Reason.UNSUPPORTED, "the " + what + " failed: " + e, e));
        }
    }

    private PbxException late(TimeoutException e) {
        return new PbxException(
                Reason.TIMED_OUT, "the " + what + " did not answer within " + patience.toSeconds() + " s", e);
    }

    private PbxException gone(RejectedExecutionException e) {
        return new PbxException(Reason.STOPPED, "the " + what + " is gone", e);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

package pbx.shell;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** Waits for what was begun. Only commands wait: their thread is the user's own. */
final class Stages {
    /** How long a command waits for the service that it asked; the services have shorter times of their own. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private Stages() {}

    static <T> T result(CompletionStage<T> stage) {
        return result(stage.toCompletableFuture(), PATIENCE, () -> "no answer within " + PATIENCE.toSeconds() + " s");
    }

    /** @param late says, when time is up, what is the case instead */
    static <T> T result(Future<T> future, Duration atMost, Supplier<String> late) {
        try {
            return future.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new PbxException(Reason.TIMED_OUT, late.get(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PbxException(Reason.STOPPED, "the shell is being stopped", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof CompletionException wrapper && wrapper.getCause() != null) {
            return failure(wrapper.getCause());
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
}

package pbx.webrtc.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for a native callback, on the session's thread. */
final class Await {
    private static final int SECONDS = 10;

    private Await() {}

    static <T> T of(CompletableFuture<T> future) throws ExecutionException {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException silent) {
            throw Failures.noEngine("The audio engine did not answer within " + SECONDS + " s. Restart the program.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failures.noEngine("The audio engine is stopping.");
        }
    }
}

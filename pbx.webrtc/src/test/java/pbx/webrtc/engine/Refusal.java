package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import pbx.webrtc.AudioEngine.EngineException;
import pbx.webrtc.AudioEngine.EngineException.Reason;

/** Why a future failed. */
final class Refusal {
    private Refusal() {}

    static Reason reason(CompletableFuture<?> future) {
        return error(future).reason();
    }

    static EngineException error(CompletableFuture<?> future) {
        ExecutionException failed = assertThrows(ExecutionException.class, () -> future.get(30, TimeUnit.SECONDS));
        return (EngineException) failed.getCause();
    }
}

package pbx.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException;

class RepliesTest {
    @Test
    void whoAsksWithoutEndIsDeniedAndWhatItAskedIsNotDone() throws Exception {
        try (Replies replies = new Replies("flood")) {
            AtomicInteger done = new AtomicInteger();
            CompletionStage<Integer> last = null;
            for (int i = 0; i < 2 * Allowance.BURST; i++) {
                last = replies.ask(() -> CompletableFuture.completedFuture(done.incrementAndGet()));
            }
            CompletableFuture<Integer> refused = last.toCompletableFuture();
            PbxException why = (PbxException) Assertions.assertThrows(ExecutionException.class, refused::get)
                    .getCause();
            assertEquals(PbxException.Reason.DENIED, why.reason());
            assertTrue(why.getMessage().contains("flood asks for more than"), why.getMessage());
            assertTrue(done.get() < 2 * Allowance.BURST, done::toString);
        }
    }
}

package pbx.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
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
            // not simply the last of so many: each millisecond allows one more
            CompletableFuture<Integer> refused = new CompletableFuture<>();
            int asked = 0;
            while (!refused.isCompletedExceptionally() && asked < 20 * Allowance.BURST) {
                refused = replies.ask(() -> CompletableFuture.completedFuture(done.incrementAndGet()))
                        .toCompletableFuture();
                if (++asked % 1_000 == 0 && !refused.isCompletedExceptionally()) {
                    refused.get(); // else it might be refused for the answers that it has not taken
                }
            }
            assertTrue(asked > Allowance.BURST, "what is allowed at once is not refused");
            PbxException why = (PbxException) Assertions.assertThrows(ExecutionException.class, refused::get)
                    .getCause();
            assertEquals(PbxException.Reason.DENIED, why.reason());
            assertTrue(why.getMessage().contains("flood asks for more than"), why.getMessage());
            assertTrue(done.get() < asked, done::toString);
        }
    }
}

package pbx.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException;

class RepliesTest {
    @Test
    void whoAsksWithoutEndIsDeniedAndWhatItAskedIsNotDone() throws Exception {
        try (Replies replies = new Replies("flood", () -> 0)) { // else each millisecond would allow one more
            AtomicInteger done = new AtomicInteger();
            for (int i = 0; i < Allowance.BURST; i++) {
                CompletableFuture<Integer> allowed = ask(replies, done);
                if (i % 1_000 == 0) {
                    allowed.get(
                            30, TimeUnit.SECONDS); // else one might be refused for the answers that it has not taken
                }
            }
            CompletableFuture<Integer> refused = ask(replies, done);
            PbxException why = (PbxException) Assertions.assertThrows(ExecutionException.class, refused::get)
                    .getCause();
            assertEquals(PbxException.Reason.DENIED, why.reason());
            assertTrue(why.getMessage().contains("flood asks for more than"), why.getMessage());
            assertEquals(Allowance.BURST, done.get());
        }
    }

    private static CompletableFuture<Integer> ask(Replies replies, AtomicInteger done) {
        return replies.ask(() -> CompletableFuture.completedFuture(done.incrementAndGet()))
                .toCompletableFuture();
    }
}

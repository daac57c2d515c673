package pbx.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GateTest {
    @Test
    void aFloodWaitsAndNothingIsLost() throws InterruptedException {
        try (WriterThread writer = new WriterThread("gate-test")) {
            Gate gate = new Gate(writer, 2);
            CountDownLatch busy = new CountDownLatch(1);
            CountDownLatch done = new CountDownLatch(1);
            AtomicInteger ran = new AtomicInteger();
            writer.post(() -> await(busy));
            Thread flood = new Thread(() -> {
                for (int i = 0; i < 10; i++) {
                    gate.post(ran::incrementAndGet);
                }
                done.countDown();
            });
            flood.start();
            assertFalse(done.await(50, TimeUnit.MILLISECONDS), "it waits while the writer is busy");
            busy.countDown();
            assertTrue(done.await(30, TimeUnit.SECONDS));
            CountDownLatch last = new CountDownLatch(1);
            writer.post(last::countDown);
            assertTrue(last.await(30, TimeUnit.SECONDS));
            assertEquals(10, ran.get());
        }
    }

    /** Who waits while the writer is closed hears of it: a message that was not taken is the successor's. */
    @Test
    void whoComesTooLateIsTold() throws Exception {
        WriterThread writer = new WriterThread("gate-test");
        Gate gate = new Gate(writer, 1);
        CountDownLatch busy = new CountDownLatch(1);
        assertTrue(gate.post(() -> await(busy)));
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        Thread late = new Thread(() -> taken.complete(gate.post(() -> {})));
        late.start();
        while (late.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        Thread end = new Thread(writer::close);
        end.start();
        while (writer.post(() -> {})) {
            Thread.onSpinWait();
        }
        busy.countDown();
        assertFalse(taken.get(30, TimeUnit.SECONDS));
        assertFalse(gate.post(() -> {}), "there is a place, but nobody takes it");
        assertFalse(gate.post(() -> {}), "and so there is still");
        end.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

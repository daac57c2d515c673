package pbx.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package pbx.simulator.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.simulator.exchange.LoopThread;

class ClockTest {
    private final LoopThread thread = new LoopThread();
    private final Clock clock = new Clock(thread);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        thread.close();
    }

    @Test
    void whatIsDueHappensInItsOrderAndOnce() throws Exception {
        clock.after(Duration.ofHours(2), () -> done.add("later"));
        clock.after(Duration.ofHours(1), () -> done.add("sooner"));
        clock.after(Duration.ofHours(5), () -> done.add("much later"));
        clock.after(Duration.ofHours(1), () -> done.add("never")).cancel();
        Instant before = clock.now();
        clock.advance(Duration.ofHours(3));
        settle();
        assertEquals(List.of("sooner", "later"), done);
        assertTrue(Duration.between(before, clock.now()).compareTo(Duration.ofHours(3)) >= 0);
        clock.advance(Duration.ofHours(3));
        settle();
        assertEquals(List.of("sooner", "later", "much later"), done);
    }

    /** However slow the loop is: "call, and half a minute later". */
    @Test
    void whatWasPostedBeforeSetsItsTimersFirst() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        thread.execute(() -> await(busy));
        thread.execute(() -> clock.after(Duration.ofHours(1), () -> done.add("rang")));
        clock.advance(Duration.ofHours(1));
        busy.countDown();
        settle();
        assertEquals(List.of("rang"), done);
    }

    @Test
    void timePassesByItself() throws Exception {
        CompletableFuture<Void> rang = new CompletableFuture<>();
        clock.after(Duration.ofMillis(1), () -> rang.complete(null));
        rang.get(20, TimeUnit.SECONDS);
    }

    @Test
    void theRestOfAWaitPassesByItself() throws Exception {
        CompletableFuture<Void> rang = new CompletableFuture<>();
        clock.after(Duration.ofHours(1), () -> rang.complete(null));
        clock.advance(Duration.ofHours(1).minusMillis(5));
        rang.get(20, TimeUnit.SECONDS);
    }

    @Test
    void timeDoesNotGoBack() {
        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofSeconds(-1)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle() throws Exception {
        for (int i = 0; i < 2; i++) {
            CompletableFuture.runAsync(() -> {}, thread).get(20, TimeUnit.SECONDS);
        }
    }
}

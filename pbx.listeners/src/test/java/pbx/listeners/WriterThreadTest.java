package pbx.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriterThreadTest {
    private static final Duration SOON = Duration.ofMillis(20);

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    /** Patient: a machine that pauses for seconds is no piece of work that does not end. */
    private WriterThread writer = new WriterThread("test-writer", Duration.ofSeconds(30));

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void everythingRunsInTheOrderInWhichItWasPostedOnOneThread() throws InterruptedException {
        for (int i = 0; i < 5_000; i++) {
            String text = "" + i;
            writer.post(() -> done.add(Thread.currentThread().getName() + text));
        }
        for (int i = 0; i < 5_000; i++) {
            assertEquals("test-writer" + i, next());
        }
    }

    @Test
    void whatIsPostedByWhatRunsComesAfterWhatWaited() throws InterruptedException {
        CountDownLatch waits = new CountDownLatch(1);
        writer.post(() -> {
            done.add("a");
            await(waits);
            writer.post(() -> done.add("c"));
        });
        writer.post(() -> done.add("b"));
        waits.countDown();
        assertEquals(List.of("a", "b", "c"), List.of(next(), next(), next()));
    }

    @Test
    void aTimerWakesAThreadThatWaitsAlsoForALaterOne() throws InterruptedException {
        Writer.Timer late = writer.after(Duration.ofHours(1), () -> done.add("late"));
        writer.after(SOON, () -> done.add("soon"));
        writer.after(SOON, () -> done.add("soon, too"));
        assertEquals(List.of("soon", "soon, too"), List.of(next(), next()));
        late.close();
    }

    /** All are due when the thread looks, by a margin that no pause of the machine between two of them makes up for. */
    @Test
    void timersThatAreDueComeInTheOrderOfTheirTime() throws InterruptedException {
        CountDownLatch busy = busy();
        Duration longAgo = Duration.ofMinutes(-1);
        writer.after(Duration.ZERO, () -> done.add("late"));
        writer.after(longAgo, () -> done.add("soon"));
        writer.after(longAgo, () -> done.add("soon, too"));
        busy.countDown();
        assertEquals(List.of("soon", "soon, too", "late"), List.of(next(), next(), next()));
    }

    /** Both are due and taken together; the second must look whether it still counts. */
    @Test
    void aTimerThatIsClosedInTheLastMomentDoesNotRun() throws InterruptedException {
        CountDownLatch busy = busy();
        Writer.Timer[] second = new Writer.Timer[1];
        writer.after(Duration.ZERO, () -> second[0].close());
        second[0] = writer.after(Duration.ofNanos(1), () -> done.add("closed"));
        busy.countDown();
        writer.after(SOON, () -> done.add("end"));
        assertEquals("end", next());
    }

    @Test
    void aPieceThatFailsOrLeavesAnInterruptHarmsNoOther() throws InterruptedException {
        writer.post(() -> {
            throw new IllegalStateException("deliberate");
        });
        writer.post(() -> Thread.currentThread().interrupt());
        writer.after(SOON, () -> done.add("timer"));
        assertEquals("timer", next());
    }

    @Test
    void closingDoesWhatWasPostedAndNothingMore() throws InterruptedException {
        CountDownLatch busy = busy();
        IntStream.range(0, 3).forEach(i -> writer.post(() -> done.add("" + i)));
        writer.after(Duration.ofMillis(1), () -> done.add("timer"));
        new Thread(busy::countDown).start();
        writer.close();
        writer.post(() -> done.add("late"));
        assertEquals(
                List.of("0", "1", "2"),
                done.stream().filter(one -> !one.equals("timer")).toList());
    }

    @Test
    void whatDoesNotEndIsInterruptedWhenClosed() throws InterruptedException {
        writer = new WriterThread("test-writer", SOON);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        writer.post(() -> {
            entered.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                done.add("interrupted");
            }
        });
        writer.post(() -> done.add("never"));
        assertTrue(entered.await(30, TimeUnit.SECONDS));
        writer.close();
        assertEquals("interrupted", next());
        assertNull(done.poll());
    }

    /** The thread has taken a piece of work, and takes nothing more until the latch is counted down. */
    private CountDownLatch busy() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        writer.post(() -> {
            entered.countDown();
            await(end);
        });
        assertTrue(entered.await(30, TimeUnit.SECONDS));
        return end;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String next() throws InterruptedException {
        return done.poll(30, TimeUnit.SECONDS);
    }
}

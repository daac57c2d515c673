package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Backoff longest = new Backoff(() -> 1, nanos::get);

    @Test
    void aLinkThatNeverWasGoodIsTriedMoreAndMoreSlowlyAndForEver() {
        longest.lost();
        assertEquals(
                List.of(250L, 500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L),
                IntStream.range(0, 9).mapToObj(i -> longest.next().toMillis()).toList());
        for (int i = 0; i < 100_000; i++) {
            assertEquals(Duration.ofSeconds(30), longest.next());
        }
        assertEquals(Duration.ofSeconds(10), longest.patience());
    }

    @Test
    void aGoodLinkThatIsLostIsTriedEagerlyForFifteenSeconds() {
        longest.good();
        longest.lost();
        for (int second = 0; second < 15; second++) {
            assertEquals(Duration.ofMillis(750), longest.next());
            assertEquals(Duration.ofMillis(1500), longest.patience(), "wait and both steps stay below 3 s");
            longest.lost(); // the tries fail
            nanos.addAndGet(1_000_000_000L);
        }
        assertEquals(Duration.ofSeconds(10), longest.patience());
        assertEquals(Duration.ofMillis(250), longest.next());
        assertEquals(Duration.ofMillis(500), longest.next(), "and then as for any other");
    }

    @Test
    void aLinkThatSomebodyWaitsForIsTriedEagerlyForAsLongAsTheyDo() {
        longest.good();
        longest.lost();
        assertTrue(longest.urgent());
        for (int i = 0; i < 12; i++) {
            for (int second = 0; second < 5; second++) {
                assertEquals(Duration.ofMillis(250), longest.next());
                assertEquals(Duration.ofMillis(1500), longest.patience());
                longest.lost(); // the tries fail
                nanos.addAndGet(1_000_000_000L);
            }
            assertFalse(longest.urgent(), "it is known");
        }
        nanos.addAndGet(15_000_000_000L);
        assertEquals(Duration.ofSeconds(10), longest.patience());
        assertEquals(Duration.ofMillis(250), longest.next());
        assertEquals(Duration.ofMillis(500), longest.next(), "nobody waits any more");
        assertTrue(longest.urgent());
        longest.good();
        longest.lost();
        assertEquals(Duration.ofMillis(750), longest.next(), "the next loss is another one");
    }

    /** As where another device logs in with the same account, and each puts the other out. */
    @Test
    void aLinkThatNeverLastsIsTriedMoreAndMoreSlowly() {
        int tries = 0;
        while (nanos.get() < Duration.ofHours(1).toNanos()) {
            longest.good();
            longest.lost();
            nanos.addAndGet(longest.next().toNanos());
            tries++;
        }
        assertTrue(tries < 150, "tried " + tries + " times in an hour");
        longest.good();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        longest.lost();
        assertEquals(Duration.ofMillis(750), longest.next(), "it has lasted");
    }

    @Test
    void aSlowNetworkIsGivenTheTimeItNeeds() {
        longest.good();
        longest.took(Duration.ofMillis(100));
        longest.lost();
        assertEquals(Duration.ofMillis(1500), longest.patience());
        longest.took(Duration.ofMillis(900));
        assertEquals(Duration.ofMillis(2700), longest.patience());
        longest.took(Duration.ofSeconds(9));
        assertEquals(Duration.ofSeconds(10), longest.patience());
    }

    @Test
    void fullJitter() {
        Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble(), nanos::get);
        backoff.good();
        backoff.lost();
        List<Long> waits = IntStream.range(0, 1_000)
                .mapToObj(i -> backoff.next().toMillis())
                .toList();
        assertTrue(waits.stream().allMatch(ms -> ms < 750), waits::toString);
        assertTrue(waits.stream().anyMatch(ms -> ms < 100) && waits.stream().anyMatch(ms -> ms > 650));
    }
}

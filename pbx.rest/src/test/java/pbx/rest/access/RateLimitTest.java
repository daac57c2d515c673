package pbx.rest.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private long now;
    private final RateLimit limit = new RateLimit(2, 3, () -> now);

    @Test
    void burstThenRateAndEachClientForItself() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), limit.take("a"));
        }
        assertEquals(Optional.of(Duration.ofMillis(500)), limit.take("a"));
        assertEquals(Optional.empty(), limit.take("b"));
        now += Duration.ofMillis(500).toNanos();
        assertEquals(Optional.empty(), limit.take("a"));
        assertEquals(Optional.of(Duration.ofMillis(500)), limit.take("a"));
        now += Duration.ofHours(1).toNanos();
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), limit.take("a"), "no more than the burst is saved up");
        }
        assertEquals(Optional.of(Duration.ofMillis(500)), limit.take("a"));
    }
}

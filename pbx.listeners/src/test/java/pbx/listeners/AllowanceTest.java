package pbx.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final Allowance allowance = new Allowance(now::get);

    @Test
    void aBurstIsAllowedAndThenSoManyASecond() {
        assertEquals(Allowance.BURST, taken());
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertEquals(2 * Allowance.PER_SECOND, taken());
        now.addAndGet(TimeUnit.HOURS.toNanos(2));
        assertEquals(Allowance.BURST, taken(), "nothing is saved up beyond it");
    }

    @Test
    void aRefusalIsToldOnceUntilTheConsumerHasCalmedDown() {
        taken();
        assertTrue(allowance.isNews());
        assertFalse(allowance.isNews());
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        taken();
        assertFalse(allowance.isNews());
        now.addAndGet(TimeUnit.SECONDS.toNanos(6));
        taken();
        assertTrue(allowance.isNews());
    }

    private int taken() {
        int taken = 0;
        while (allowance.take()) {
            taken++;
        }
        return taken;
    }
}

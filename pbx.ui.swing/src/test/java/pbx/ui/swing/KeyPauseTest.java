package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyPauseTest {
    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 5);
    private final KeyPause pause = new KeyPause(time::get);

    @Test
    void keysCountAfterAMomentOfQuietAlsoWhenTheClockTurnsOver() {
        pause.begin();
        assertFalse(pause.over());
        time.addAndGet(KeyPause.NANOS);
        assertFalse(pause.over());
        time.addAndGet(1);
        assertTrue(pause.over());
    }

    @Test
    void whoGoesOnTypingKeepsThemOff() {
        pause.begin();
        time.addAndGet(KeyPause.NANOS);
        pause.begin();
        time.addAndGet(KeyPause.NANOS);
        assertFalse(pause.over());
    }
}

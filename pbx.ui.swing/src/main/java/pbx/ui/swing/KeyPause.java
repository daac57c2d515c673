package pbx.ui.swing;

import java.util.function.LongSupplier;

/** The moment of quiet after which keys count in a window that came up by itself: what was on its way was meant for another. */
final class KeyPause {
    static final long NANOS = 700_000_000L;

    private final LongSupplier nanos;
    private long since;

    /** @param nanos a clock as {@link System#nanoTime} */
    KeyPause(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void begin() {
        since = nanos.getAsLong();
    }

    boolean over() {
        return nanos.getAsLong() - since > NANOS;
    }
}

package pbx.transport;

import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One kind of trouble that may come a thousand times a second, as at most one line a minute. */
final class Noise {
    private static final Logger log = LoggerFactory.getLogger(VodiaConnection.class);
    private static final long MINUTE = 60_000_000_000L;

    private final LongSupplier nanos;
    private long since;
    private boolean said;
    private int unsaid;

    Noise(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void warn(String what) {
        long now = nanos.getAsLong();
        if (said && now - since < MINUTE) {
            unsaid++;
            return;
        }
        log.warn("{}{}", what, unsaid == 0 ? "" : " (and " + unsaid + " more like it in the minute before)");
        said = true;
        since = now;
        unsaid = 0;
    }
}

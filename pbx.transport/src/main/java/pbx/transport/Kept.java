package pbx.transport;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.connection.Message;

/**
 * Signalling that came while nobody listened for its kind. A call's answer comes once and no list repeats it: losing it while
 * call control is being replaced would leave the call connecting for ever.
 */
final class Kept {
    private static final Logger log = LoggerFactory.getLogger(Kept.class);
    private static final int MOST = 200;

    private final Deque<Received> waiting = new ArrayDeque<>();

    void keep(Received received) {
        if (!Message.SIGNALLING.contains(received.message().kind())) {
            return;
        }
        if (waiting.size() == MOST) {
            Received lost = waiting.remove();
            log.warn(
                    "nobody listens for {} and {} such messages wait: the oldest is dropped",
                    lost.message().kind(),
                    MOST);
        }
        waiting.add(received);
    }

    /** What waited for these kinds, in order; it waits no longer. */
    List<Received> take(Predicate<String> kinds) {
        List<Received> taken = new ArrayList<>();
        for (Iterator<Received> each = waiting.iterator(); each.hasNext(); ) {
            Received received = each.next();
            if (kinds.test(received.message().kind())) {
                taken.add(received);
                each.remove();
            }
        }
        return taken;
    }
}

package pbx.transport;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import pbx.api.AccountId;
import pbx.api.connection.Message;
import pbx.api.connection.Wire;

/** The last messages of all accounts. Kept as they are and masked when somebody asks, so that it costs the wire nothing. */
final class WireLog implements Wire {
    private static final int MOST = 500;

    private record Kept(long millis, AccountId account, boolean sent, Message message) {}

    private final Clock clock;
    private final Json json = new Json();
    private final Deque<Kept> kept = new ArrayDeque<>();

    WireLog(Clock clock) {
        this.clock = clock;
    }

    /** From any thread. */
    synchronized void add(AccountId account, boolean sent, Message message) {
        if (kept.size() == MOST) {
            kept.removeFirst();
        }
        kept.addLast(new Kept(clock.millis(), account, sent, message));
    }

    @Override
    public List<Line> last() {
        Mask mask = new Mask(false);
        return copy().stream()
                .map(one -> new Line(
                        Instant.ofEpochMilli(one.millis()),
                        one.account(),
                        one.sent(),
                        one.message().kind(),
                        json.text(mask.masked(one.message().fields()))))
                .toList();
    }

    private synchronized List<Kept> copy() {
        return List.copyOf(kept);
    }
}

package pbx.rest.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import pbx.stream.Outflow;

/** One client's stream. A client for which too much waits is cut off; it may come back and say what it heard last. */
final class EventStream extends Outflow implements EventLog.Subscriber {
    static final int MOST_BYTES = 4 << 20;

    private final Set<String> kinds;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean begun;
    private int first; // of those that wait, the frames that were there before it began
    private int bytes; // of the others

    /** @param gone run once, when the stream has ended from either side */
    EventStream(AsyncContext context, ServletOutputStream out, Set<String> kinds, Runnable gone) {
        super(context, out, gone);
        this.kinds = Set.copyOf(kinds);
    }

    /** Opens it. What waits by now is what the client asked for: however much it is, only what comes after it is bounded. */
    void begin() {
        synchronized (this) {
            begun = true;
        }
        open();
    }

    @Override
    public boolean wants(String kind) {
        return kinds.contains(kind);
    }

    @Override
    public void take(byte[] frame) {
        add(() -> {
            waiting.add(frame);
            if (begun) {
                bytes += frame.length;
            } else {
                first++;
            }
            if (bytes > MOST_BYTES) {
                close();
            }
        });
    }

    @Override
    protected boolean isEmpty() {
        return waiting.isEmpty();
    }

    @Override
    protected byte[] next() {
        byte[] frame = waiting.remove();
        if (first > 0) {
            first--;
        } else {
            bytes -= frame.length;
        }
        return frame;
    }

    @Override
    protected void clear() {
        waiting.clear();
    }
}

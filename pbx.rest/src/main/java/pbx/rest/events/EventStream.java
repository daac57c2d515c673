package pbx.rest.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;

/**
 * One client's stream. Nothing here blocks: what the client has not taken yet waits, and a client for which too much waits is
 * cut off; it may come back and say what it heard last.
 */
final class EventStream implements EventLog.Subscriber, WriteListener, AsyncListener {
    static final int MOST_BYTES = 4 << 20;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Set<String> kinds;
    private final Runnable gone;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int bytes;
    private boolean started;
    private boolean unflushed;
    private boolean closed;

    /** @param gone run once, when the stream has ended from either side */
    EventStream(AsyncContext context, ServletOutputStream out, Set<String> kinds, Runnable gone) {
        this.context = context;
        this.out = out;
        this.kinds = Set.copyOf(kinds);
        this.gone = gone;
    }

    /** To be called once, on the request's thread. What was taken before waits until the container asks for it. */
    void open() {
        context.setTimeout(0);
        context.addListener(this);
        out.setWriteListener(this);
    }

    @Override
    public boolean wants(String kind) {
        return kinds.contains(kind);
    }

    @Override
    public synchronized void take(byte[] frame) {
        if (closed) {
            return;
        }
        waiting.add(frame);
        bytes += frame.length;
        if (bytes > MOST_BYTES) {
            close();
        } else {
            drain();
        }
    }

    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
        }
        gone.run();
        try {
            context.complete();
        } catch (IllegalStateException alreadyComplete) {
            // the container was first
        }
    }

    @Override
    public synchronized void onWritePossible() {
        started = true;
        drain();
    }

    /** After isReady has said no, the container calls onWritePossible; until then nothing may be written. */
    private void drain() {
        try {
            while (started && !closed && (unflushed || !waiting.isEmpty()) && out.isReady()) {
                if (waiting.isEmpty()) {
                    unflushed = false;
                    out.flush();
                } else {
                    unflushed = true;
                    byte[] frame = waiting.remove();
                    bytes -= frame.length;
                    out.write(frame);
                }
            }
        } catch (IOException | IllegalStateException clientGone) {
            close();
        }
    }

    @Override
    public void onError(Throwable problem) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}

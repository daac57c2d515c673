package pbx.console.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One browser's stream. Nothing here blocks: what the browser has not taken yet waits, and of each name only the newest, so
 * a slow browser costs one frame a table and delays nobody.
 */
final class EventStream implements WriteListener, AsyncListener {
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Wish wish;
    private final Runnable gone;
    private final Map<String, byte[]> waiting = new LinkedHashMap<>();
    private boolean started;
    private boolean unflushed;
    private boolean ending;
    private boolean closed;

    /**
     * @param wish who opened it, and what for
     * @param gone run once, when the stream has ended from either side
     */
    EventStream(AsyncContext context, ServletOutputStream out, Wish wish, Runnable gone) {
        this.context = context;
        this.out = out;
        this.wish = wish;
        this.gone = gone;
    }

    Wish wish() {
        return wish;
    }

    /** To be called once, on the request's thread. What was sent before waits until the container asks for it. */
    void open() {
        context.setTimeout(0);
        context.addListener(this);
        out.setWriteListener(this);
    }

    synchronized void send(String name, byte[] frame) {
        if (!ending) {
            waiting.put(name, frame);
            drain();
        }
    }

    /** Ends the response as an ordinary one ends, as soon as no write is under way. Frames that still wait are dropped. */
    synchronized void end() {
        ending = true;
        waiting.clear();
        drain();
    }

    /** Ends it at once. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            gone.run();
            complete();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        started = true;
        drain();
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

    /**
     * After isReady has said no, the container calls onWritePossible; until then nothing may be written or flushed, and
     * completing would tear the connection.
     */
    private void drain() {
        try {
            while (pending() && out.isReady()) {
                writeOrFlush();
            }
            if (ending && started && !closed && out.isReady()) {
                close();
            }
        } catch (IOException | IllegalStateException browserGone) {
            close();
        }
    }

    private boolean pending() {
        return started && !closed && (unflushed || !waiting.isEmpty());
    }

    private void writeOrFlush() throws IOException {
        if (waiting.isEmpty()) {
            unflushed = false;
            out.flush();
        } else {
            unflushed = true;
            out.write(next());
        }
    }

    private byte[] next() {
        Iterator<byte[]> frames = waiting.values().iterator();
        byte[] frame = frames.next();
        frames.remove();
        return frame;
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException alreadyComplete) {
            // the container was first
        }
    }
}

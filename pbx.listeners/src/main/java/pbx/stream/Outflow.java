package pbx.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * One client's response, without an end. Nothing here blocks: frames that the client has not taken yet wait with the subclass,
 * which decides what becomes of them; its three methods are called under this object's lock.
 */
public abstract class Outflow implements WriteListener, AsyncListener {
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Runnable gone;
    private boolean started;
    private boolean unflushed;
    private boolean ending;
    private boolean closed;

    /** @param gone run once, when the stream has ended from either side */
    protected Outflow(AsyncContext context, ServletOutputStream out, Runnable gone) {
        this.context = context;
        this.out = out;
        this.gone = gone;
    }

    /** Whether no frame waits. */
    protected abstract boolean isEmpty();

    /** Takes the frame that is to go out next. */
    protected abstract byte[] next();

    /** Drops what waits. */
    protected abstract void clear();

    /** To be called once, on the request's thread. What was added before waits until the container asks for it. */
    public final void open() {
        context.setTimeout(0);
        context.addListener(this);
        out.setWriteListener(this);
    }

    /** Has the subclass add to what waits, unless nothing more goes out. */
    protected final synchronized void add(Runnable adding) {
        if (!ending && !closed) {
            adding.run();
            drain();
        }
    }

    /** Ends the response as an ordinary one ends, as soon as no write is under way. Frames that still wait are dropped. */
    public final synchronized void end() {
        ending = true;
        clear();
        drain();
    }

    /** Ends it at once. */
    public final void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            clear();
        }
        gone.run();
        try {
            context.complete();
        } catch (IllegalStateException alreadyComplete) {
            // the container was first
        }
    }

    @Override
    public final synchronized void onWritePossible() {
        started = true;
        drain();
    }

    /**
     * After isReady has said no, the container calls onWritePossible; until then nothing may be written or flushed, and
     * completing would tear the connection.
     */
    private void drain() {
        try {
            while (started && !closed && (unflushed || !isEmpty()) && out.isReady()) {
                writeOrFlush();
            }
            if (ending && started && !closed && out.isReady()) {
                close();
            }
        } catch (IOException | IllegalStateException clientGone) {
            close();
        }
    }

    private void writeOrFlush() throws IOException {
        if (isEmpty()) {
            unflushed = false;
            out.flush();
        } else {
            unflushed = true;
            out.write(next());
        }
    }

    @Override
    public final void onError(Throwable problem) {
        close();
    }

    @Override
    public final void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public final void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public final void onError(AsyncEvent event) {
        close();
    }

    @Override
    public final void onStartAsync(AsyncEvent event) {}
}

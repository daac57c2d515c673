package pbx.media.tap;

import java.nio.ShortBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.media.Frame;
import pbx.api.media.Frame.Side;
import pbx.api.media.FrameListener;
import pbx.api.media.Tap;
import pbx.media.CallSound;

/** One listener: its frames wait here, a second's worth at most, and are brought to it on a thread of its own. */
final class FrameTap implements Tap, CallSound.Ear {
    private static final Logger log = LoggerFactory.getLogger(FrameTap.class);
    private static final int MOST = 200;

    private final FrameListener listener;
    private final String owner;
    private final Runnable closed;
    private final ThreadPoolExecutor thread;
    // guarded by this
    private final Deque<Frame> waiting = new ArrayDeque<>();
    private long here;
    private long there;
    private long lost;
    private boolean draining;
    private boolean over;

    /** @param owner the bundle it came from */
    FrameTap(FrameListener listener, String owner, ThreadPoolExecutor thread, Runnable closed) {
        this.listener = listener;
        this.owner = owner;
        this.thread = thread;
        this.closed = closed;
    }

    /** On the engine's threads: copies and goes. */
    @Override
    public void heard(boolean isThere, short[] samples) {
        ShortBuffer copy = ShortBuffer.wrap(samples.clone());
        synchronized (this) {
            if (over) {
                return;
            }
            waiting.addLast(isThere ? new Frame(Side.THERE, there++, copy) : new Frame(Side.HERE, here++, copy));
            if (waiting.size() > MOST) {
                waiting.removeFirst();
                lost++;
            }
            if (!draining) {
                draining = true;
                execute(this::drain);
            }
        }
    }

    private void drain() {
        for (Frame frame = next(); frame != null; frame = next()) {
            try {
                listener.heard(frame);
            } catch (Throwable e) { // a plugin may throw anything; it harms only itself
                log.error("a FrameListener of {} threw; its tap is closed", owner, e);
                close();
            }
        }
    }

    private synchronized Frame next() {
        Frame frame = over ? null : waiting.pollFirst();
        draining = frame != null;
        return frame;
    }

    private void ended() {
        try {
            listener.ended();
        } catch (Throwable e) {
            log.error("a FrameListener of {} threw at its end", owner, e);
        }
    }

    private void execute(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closing) {
            log.debug("a tap of {} is closing", owner);
        }
    }

    @Override
    public synchronized long lost() {
        return lost;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            waiting.clear();
        }
        closed.run();
        execute(this::ended);
        thread.shutdown();
    }
}

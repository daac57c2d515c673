package pbx.webrtc.engine;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A peer that is made before it is needed, because making one takes longer than all the rest that a session's first
 * description waits for. It is idle until it is taken: no sound runs. There is one at most; who finds none makes it itself.
 */
final class Spare implements AutoCloseable {
    /** The call that took the last one needs the processor first. */
    private static final int REST_MS = 150;

    /** Its certificate is good for thirty days. */
    private static final long MOST_AGE_NS = Duration.ofDays(1).toNanos();

    private final Natives natives;
    private final LongSupplier clock;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, Spare::daemon);
    // guarded by this
    private Peer ready;
    private long since;
    private boolean closed;

    /** @param clock nanoseconds */
    Spare(Natives natives, LongSupplier clock) {
        this.natives = natives;
        this.clock = clock;
        thread.prestartCoreThread(); // a thread that a bundle's call had made would keep that bundle's old revision
        thread.execute(this::make);
    }

    /** One that nobody else has. */
    Peer take() {
        Peer mine = taken();
        return mine == null ? new Peer() : mine;
    }

    private synchronized Peer taken() {
        Peer mine = ready;
        ready = null;
        if (closed) {
            return null;
        }
        thread.schedule(this::make, REST_MS, TimeUnit.MILLISECONDS);
        if (mine != null && clock.getAsLong() - since > MOST_AGE_NS) {
            thread.execute(mine::close);
            return null;
        }
        return mine;
    }

    synchronized boolean isReady() {
        return ready != null;
    }

    private void make() {
        if (isReady()) {
            return;
        }
        try {
            natives.await();
            keep(new Peer());
        } catch (Throwable error) {
            // the next session tells it, which fails in the same way
            System.getLogger("pbx.webrtc").log(Level.DEBUG, "No spare peer: " + Failures.text(error));
        }
    }

    private void keep(Peer made) {
        synchronized (this) {
            if (!closed) {
                ready = made;
                since = clock.getAsLong();
                return;
            }
        }
        made.close();
    }

    @Override
    public void close() {
        Peer left;
        synchronized (this) {
            closed = true;
            left = ready;
            ready = null;
        }
        thread.shutdownNow();
        if (left != null) {
            left.close();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "webrtc-spare");
        thread.setDaemon(true);
        return thread;
    }
}

package pbx.listeners;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link Writer} on a daemon thread of its own. All that was posted is taken at once, so that in a flood neither a lock nor
 * a wake-up is paid for each piece.
 */
public final class WriterThread implements Writer {
    private static final Logger log = LoggerFactory.getLogger(WriterThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final Duration patience;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    // guarded by the lock
    private ArrayDeque<Runnable> posted = new ArrayDeque<>();
    private final PriorityQueue<Pending> timers = new PriorityQueue<>();
    private long asked;
    private boolean started;
    private boolean waiting;
    private boolean closed;

    private volatile boolean abandoned;

    public WriterThread(String name) {
        this(name, PATIENCE);
    }

    /** @param patience how long a piece of work may take to end when it is told to stop */
    WriterThread(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
    }

    /** Work for later; of one moment the one that was asked for first comes first. */
    private final class Pending implements Timer, Runnable, Comparable<Pending> {
        private final long due;
        private final long number;
        private final Runnable work;
        private volatile boolean cancelled;

        Pending(long due, long number, Runnable work) {
            this.due = due;
            this.number = number;
            this.work = work;
        }

        @Override
        public void run() {
            if (!cancelled) {
                work.run();
            }
        }

        @Override
        public void close() {
            cancelled = true;
            lock.lock();
            try {
                timers.remove(this);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public int compareTo(Pending other) {
            return due == other.due ? Long.compare(number, other.number) : Long.signum(due - other.due);
        }
    }

    @Override
    public boolean post(Runnable work) {
        lock.lock();
        try {
            if (closed) {
                log.debug("{} has stopped; work of a late caller is dropped", name);
            } else {
                posted.add(work);
                wake();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Timer after(Duration delay, Runnable work) {
        lock.lock();
        try {
            Pending pending = new Pending(System.nanoTime() + delay.toNanos(), asked++, work);
            if (!closed) {
                timers.add(pending);
                wake();
            }
            return pending;
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        if (!started) {
            started = true;
            thread.start();
        } else if (waiting) {
            waiting = false;
            news.signal();
        }
    }

    private void work() {
        for (ArrayDeque<Runnable> taken = next(new ArrayDeque<>()); taken != null; taken = next(taken)) {
            for (Runnable work = taken.poll(); work != null && !abandoned; work = taken.poll()) {
                run(work);
            }
        }
    }

    /**
     * Waits for something to do; null: there will be nothing any more.
     *
     * @param done empty, and used again
     */
    private ArrayDeque<Runnable> next(ArrayDeque<Runnable> done) {
        lock.lock();
        try {
            for (; ; ) {
                for (Pending next = timers.peek(); next != null && left(next) <= 0; next = timers.peek()) {
                    posted.add(timers.remove()); // after what was posted before it was due
                }
                if (abandoned || (closed && posted.isEmpty())) {
                    return null;
                }
                if (!posted.isEmpty()) {
                    ArrayDeque<Runnable> taken = posted;
                    posted = done;
                    return taken;
                }
                await(timers.peek());
            }
        } finally {
            lock.unlock();
        }
    }

    private static long left(Pending next) {
        return next.due - System.nanoTime();
    }

    @SuppressWarnings("WaitNotInLoop") // who calls is the loop
    private void await(Pending next) {
        waiting = true;
        try {
            if (next == null) {
                news.await();
            } else {
                var unused = news.awaitNanos(left(next));
            }
        } catch (InterruptedException meant) {
            // for a piece of work that is done, or for this thread's end, which is looked at next
        }
        waiting = false;
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            log.error("{}: a piece of work failed; the picture is as it left it", name, e);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            timers.clear();
            if (started) {
                wake();
            }
        } finally {
            lock.unlock();
        }
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, patience.toNanos());
            if (thread.isAlive()) {
                log.warn("{} is still busy {} ms after it was told to stop", name, patience.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            abandoned = true;
            thread.interrupt();
        }
    }
}

package pbx.listeners;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link Writer} on a daemon thread of its own. */
public final class WriterThread implements Writer {
    private static final Logger log = LoggerFactory.getLogger(WriterThread.class);
    private static final int CLOSE_SECONDS = 2;

    private final String name;
    private final ScheduledThreadPoolExecutor executor;

    public WriterThread(String name) {
        this.name = name;
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void post(Runnable work) {
        try {
            executor.execute(() -> run(work));
        } catch (RejectedExecutionException e) {
            log.debug("{} has stopped; work of a late caller is dropped", name);
        }
    }

    @Override
    public Timer after(Duration delay, Runnable work) {
        try {
            Future<?> pending = executor.schedule(() -> run(work), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> pending.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
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
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("{} is still busy {} s after it was told to stop", name, CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            executor.shutdownNow();
        }
    }
}

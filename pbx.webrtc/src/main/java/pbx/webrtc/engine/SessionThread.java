package pbx.webrtc.engine;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The one thread that makes a session's native calls. It starts at once: later starts could fail within a native callback. */
final class SessionThread {
    private final Key key;
    private final ThreadPoolExecutor executor;
    private volatile boolean ended;

    SessionThread(Key key) {
        this(key, SessionThread::daemon);
    }

    SessionThread(Key key, BiFunction<Runnable, String, Thread> maker) {
        this.key = key;
        this.executor = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> maker.apply(work, "webrtc " + key));
        executor.prestartCoreThread();
    }

    /** Runs it some time later, unless the session has ended. Nothing is ever thrown: native callbacks call this. */
    void post(Runnable work) {
        try {
            executor.execute(() -> guarded(work));
        } catch (RejectedExecutionException over) {
            // the session is gone, nobody waits for it
        } catch (Throwable error) {
            log(error);
        }
    }

    /** What may tell its result before it is done with all that goes with it. */
    @FunctionalInterface
    interface Work<T> {
        void run(Consumer<T> told) throws Exception;
    }

    /** Runs it and tells the result; the future fails with an EngineException only. */
    <T> CompletableFuture<T> ask(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            executor.execute(() -> answer(work, result));
        } catch (RejectedExecutionException over) {
            result.completeExceptionally(Failures.unknown(key));
        }
        return result;
    }

    /** Runs the last piece of work. All that stands behind it fails. */
    CompletableFuture<Void> end(Runnable last) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        executor.execute(() -> {
            guarded(last);
            ended = true;
            result.complete(null);
        });
        executor.shutdown();
        return result;
    }

    private <T> void answer(Work<T> work, CompletableFuture<T> result) {
        try {
            if (ended) {
                throw Failures.unknown(key);
            }
            work.run(result::complete);
        } catch (Throwable error) {
            if (!result.completeExceptionally(Failures.of(error))) {
                log(error);
            }
        }
    }

    private void guarded(Runnable work) {
        if (ended) {
            return;
        }
        try {
            work.run();
        } catch (Throwable error) {
            log(error);
        }
    }

    private void log(Throwable error) {
        System.getLogger("pbx.webrtc").log(Level.WARNING, "Audio session " + key + ": " + Failures.text(error), error);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}

package pbx.webrtc.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes threads on a thread of its own, which the launcher's thread made. A thread keeps the access control context, and with it
 * the class loaders, of whoever made it: one that is made while a bundle calls would keep that bundle's old revision in memory
 * for as long as the call lasts.
 */
final class ThreadMaker implements AutoCloseable {
    private final ThreadPoolExecutor maker =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ThreadMaker::daemon);

    ThreadMaker() {
        maker.prestartCoreThread();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "webrtc-threads");
        thread.setDaemon(true);
        return thread;
    }

    /** A daemon thread, not started yet. */
    Thread make(Runnable work, String name) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            Thread thread = new Thread(work, name);
                            thread.setDaemon(true);
                            return thread;
                        },
                        maker)
                .join();
    }

    @Override
    public void close() {
        maker.shutdown();
    }
}

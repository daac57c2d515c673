package pbx.listeners;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.plugin.Use;

/**
 * Completes the stages that one consumer bundle was given, on a queue of its own: what it chains to them may block and delays
 * only itself.
 */
public final class Replies implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Replies.class);
    private final String owner;
    private final Allowance allowance;
    private final ThreadPoolExecutor thread;
    private final Runnable guard;
    /** What stops each open reply. */
    private final Set<Runnable> open = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /** @param owner the consumer bundle, for the thread's name */
    public Replies(String owner) {
        this(owner, System::nanoTime);
    }

    /** @param clock nanoseconds */
    Replies(String owner, LongSupplier clock) {
        this.owner = owner;
        allowance = new Allowance(clock);
        guard = () -> {};
        thread = serial("replies to " + owner, null);
    }

    /** What {@code consumer} asks is done only while it is admitted to {@code use}. */
    public Replies(Bundle consumer, Border border, Use use) {
        owner = consumer.getSymbolicName();
        allowance = new Allowance(System::nanoTime);
        guard = () -> border.check(owner, use);
        BundleWiring wiring = consumer.adapt(BundleWiring.class);
        thread = serial("replies to " + owner, wiring == null ? null : wiring.getClassLoader());
    }

    /** Throws DENIED unless the consumer is admitted. */
    public void check() {
        guard.run();
    }

    /**
     * Does what the consumer asks, and tells the outcome as {@link #tell}. A consumer that is not admitted gets DENIED, and so does one
     * that asks without end, or does not take the answers it has.
     */
    public <T> CompletionStage<T> ask(Supplier<? extends CompletionStage<T>> command) {
        try {
            guard.run();
            boundCheck();
            return tell(command.get());
        } catch (PbxException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void boundCheck() {
        if (!allowance.take()) {
            refuse(owner + " asks for more than " + Allowance.PER_SECOND + " things a second; what is more is denied");
        }
        if (open.size() + thread.getQueue().size() >= Allowance.BURST) {
            refuse(Allowance.BURST + " answers wait for " + owner + "; it is given no more until it has taken them");
        }
    }

    private void refuse(String why) {
        if (allowance.isNews()) {
            log.error("{}", why);
        }
        throw new PbxException(PbxException.Reason.DENIED, why);
    }

    /** The same outcome as {@code answer}'s, told on the consumer's queue. */
    public <T> CompletionStage<T> tell(CompletionStage<T> answer) {
        CompletableFuture<T> reply = new CompletableFuture<>();
        Runnable stop = () -> reply.completeExceptionally(
                new PbxException(PbxException.Reason.STOPPED, "the provider is being replaced; wait for the replay"));
        open.add(stop);
        if (closed) {
            stop.run();
        }
        answer.whenComplete((value, failure) -> {
            open.remove(stop);
            try {
                thread.execute(() -> complete(reply, value, failure));
            } catch (RejectedExecutionException e) { // the consumer has gone; nobody waits on its queue any more
                complete(reply, value, failure);
            }
        });
        return reply;
    }

    private static <T> void complete(CompletableFuture<T> reply, T value, Throwable failure) {
        if (failure == null) {
            reply.complete(value);
        } else {
            reply.completeExceptionally(bare(failure));
        }
    }

    /** The failure itself, without the wrapping that chained stages put around it. */
    public static Throwable bare(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** The consumer or the provider has gone: whatever is open fails with STOPPED. */
    @Override
    public void close() {
        closed = true;
        open.forEach(thread::execute); // what consumers chained runs there, not on the thread that stops us
        open.clear();
        thread.shutdown();
    }

    /** One daemon thread that exists only while there is work. */
    static ThreadPoolExecutor serial(String name, ClassLoader context) {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    if (context != null) {
                        thread.setContextClassLoader(context);
                    }
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}

package pbx.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Starts and stops bundles, each time on a thread of the plugin's own: it may hang. What the plugin starts from there inherits
 * its class loader as context, by which a thread is known to be its own.
 */
final class Own {
    private final Bundle framework;
    private volatile Duration patience;

    Own(Bundle framework, Duration patience) {
        this.framework = framework;
        this.patience = patience;
    }

    void configure(Duration next) {
        patience = next;
    }

    private interface Step {
        void run() throws BundleException;
    }

    void start(Bundle bundle) throws BundleException, IOException {
        framework.adapt(FrameworkWiring.class).resolveBundles(List.of(bundle));
        run("start", bundle, bundle::start);
    }

    void stop(Bundle bundle) throws BundleException, IOException {
        run("stop", bundle, bundle::stop);
    }

    void update(Bundle bundle, InputStream bytes) throws BundleException, IOException {
        run("update", bundle, () -> bundle.update(bytes));
    }

    void uninstall(Bundle bundle) throws BundleException, IOException {
        run("uninstall", bundle, bundle::uninstall);
    }

    private void run(String what, Bundle bundle, Step step) throws BundleException, IOException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(done, step), what + " of " + bundle.getSymbolicName());
        thread.setDaemon(true);
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        thread.setContextClassLoader(wiring == null ? null : wiring.getClassLoader());
        thread.start();
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new IOException("its " + what + " did not end within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            rethrow(e.getCause());
        }
    }

    private static void complete(CompletableFuture<Void> done, Step step) {
        try {
            step.run();
            done.complete(null);
        } catch (Throwable e) { // a plugin may throw anything
            done.completeExceptionally(e);
        }
    }

    private static void rethrow(Throwable cause) throws BundleException {
        if (cause instanceof BundleException e) {
            throw e;
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        throw new IllegalStateException(cause);
    }
}

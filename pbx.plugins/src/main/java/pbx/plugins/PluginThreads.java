package pbx.plugins;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Finds the threads that work for plugins: their queues, and what was started from there, for a thread inherits the context
 * class loader of the one that starts it. A thread that changes its own is lost to us; virtual threads are not listed.
 */
final class PluginThreads {
    private PluginThreads() {}

    /**
     * A thread and the plugin it works for.
     *
     * @param left its plugin is stopped, or has other bytes by now
     */
    record Found(Thread thread, Bundle plugin, boolean left) {}

    static List<Found> find() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() * 2 + 50];
        return Arrays.stream(threads, 0, root.enumerate(threads))
                .map(PluginThreads::found)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Found> found(Thread thread) {
        ClassLoader loader = thread.getContextClassLoader();
        if (loader instanceof BundleReference reference
                && reference.getBundle() != null
                && Bundles.isPlugin(reference.getBundle())) {
            return Optional.of(new Found(thread, reference.getBundle(), left(reference.getBundle(), loader)));
        }
        return Optional.empty();
    }

    private static boolean left(Bundle bundle, ClassLoader loader) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        boolean runs = (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0;
        return !runs || wiring == null || wiring.getClassLoader() != loader;
    }
}

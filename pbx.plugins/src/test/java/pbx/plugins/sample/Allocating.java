package pbx.plugins.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts a thread that allocates 10 MB, rests a little, and so on. */
public final class Allocating implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Thread thread = new Thread(Allocating::allocate, "allocating");
        thread.setDaemon(true);
        thread.start();
    }

    private static void allocate() {
        try {
            while (true) {
                Thread.sleep(new byte[10_000_000].length / 500_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(BundleContext context) {
        // forgets its thread
    }
}

package pbx.plugins.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts a thread that keeps a core busy until it is interrupted; one that is stubborn until the latch property is gone. */
public final class Spinning implements BundleActivator {
    public static final String STUBBORN = "pbx.plugins.sample.stubborn";

    @Override
    public void start(BundleContext context) {
        Thread thread = new Thread(Spinning::spin, "spinning");
        thread.setDaemon(true);
        thread.start();
    }

    private static void spin() {
        while (!Thread.currentThread().isInterrupted() || Boolean.getBoolean(STUBBORN)) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void stop(BundleContext context) {
        // forgets its thread
    }
}

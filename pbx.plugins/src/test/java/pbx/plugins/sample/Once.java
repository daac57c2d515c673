package pbx.plugins.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts once, as one whose port is still in use the second time. */
public final class Once implements BundleActivator {
    private static boolean started;

    @Override
    public void start(BundleContext context) {
        if (started) {
            throw new IllegalStateException("address in use");
        }
        started = true;
    }

    @Override
    public void stop(BundleContext context) {}
}

package pbx.plugins.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Does not start, and does not stop. */
public final class Throwing implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("no\nlicence\u001b[2J");
    }

    @Override
    public void stop(BundleContext context) {
        throw new IllegalStateException("never stops");
    }
}

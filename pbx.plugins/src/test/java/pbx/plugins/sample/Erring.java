package pbx.plugins.sample;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Fails with an error, as a class that is missing inside the jar does. */
public final class Erring implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new NoClassDefFoundError("lost/Library");
    }

    @Override
    public void stop(BundleContext context) {}
}

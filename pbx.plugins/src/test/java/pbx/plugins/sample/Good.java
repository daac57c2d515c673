package pbx.plugins.sample;

import java.util.concurrent.Callable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers a service while it runs: its version. */
public final class Good implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        String version = context.getBundle().getVersion().toString();
        context.registerService(Callable.class, () -> version, null);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework unregisters the service
    }
}

package pbx.plugins.sample;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts when it is allowed to, which the latch among the services says. */
public final class Slow implements BundleActivator {
    @Override
    public void start(BundleContext context) throws InterruptedException {
        context.getService(context.getServiceReference(CountDownLatch.class)).await();
    }

    @Override
    public void stop(BundleContext context) {}
}

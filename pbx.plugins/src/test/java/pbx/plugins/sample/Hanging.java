package pbx.plugins.sample;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Its start never ends, whatever is done to it, until the property is gone. */
public final class Hanging implements BundleActivator {
    public static final String HANGS = "pbx.plugins.sample.hangs";

    @Override
    public void start(BundleContext context) {
        while (Boolean.getBoolean(HANGS)) {
            try {
                new CountDownLatch(1).await(50, java.util.concurrent.TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                // as bad plugins do
            }
        }
    }

    @Override
    public void stop(BundleContext context) {}
}

package pbx.itest;

import org.osgi.framework.AllServiceListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;

/** How long a service was away: from its first going until its last coming. */
final class SwapGap implements AllServiceListener, AutoCloseable {
    private final BundleContext context = FrameworkUtil.getBundle(SwapGap.class).getBundleContext();
    private long gone;
    private long back;

    SwapGap(String filter) throws InvalidSyntaxException {
        context.addServiceListener(this, filter);
    }

    @Override
    public synchronized void serviceChanged(ServiceEvent event) {
        if (event.getType() == ServiceEvent.UNREGISTERING && gone == 0) {
            gone = System.nanoTime();
        } else if (event.getType() == ServiceEvent.REGISTERED) {
            back = System.nanoTime();
        }
        notifyAll();
    }

    /** In ms, as soon as it is back; 0 if it never went. */
    synchronized double awaitMs() throws InterruptedException {
        for (int i = 0; i < 100 && gone > back; i++) {
            wait(100);
        }
        if (gone > back) {
            throw new AssertionError("the service did not come back");
        }
        return gone == 0 ? 0 : (back - gone) / 1e6;
    }

    @Override
    public void close() {
        context.removeServiceListener(this);
    }
}

package pbx.shell;

import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.status.Shutdown;

/**
 * Ends the platform with an exit status.
 *
 * <p>First the framework is stopped, bounded in time: bundles close their sockets and free native audio, without which the
 * JVM would not end by itself. Then the JVM is halted. The launcher's main thread wakes up at the same moment and calls
 * {@code System.exit} with a status of its own; the shutdown hook set here gives ours in that case too.
 *
 * <p>The bundle context is not the component's: only the system bundle can end the platform, and this is the one way to it.
 */
@Component
public final class Exit implements Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Exit.class);
    private static final long PATIENCE_MS = 10_000;

    @Override
    public void begin() {
        with(0);
    }

    /** Returns at once. */
    void with(int status) {
        Framework framework = FrameworkUtil.getBundle(Exit.class)
                .getBundleContext()
                .getBundle(0)
                .adapt(Framework.class);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> halt(framework, status), "pbx-exit-status"));
        Thread end = new Thread(() -> stop(framework, status), "pbx-exit");
        end.setDaemon(false);
        end.start();
    }

    private static void stop(Framework framework, int status) {
        // results only on standard output: native audio code would print to it while the JVM ends
        System.out.close();
        try {
            framework.stop();
        } catch (BundleException e) {
            LOG.warn("the platform does not stop in order: {}", e.getMessage());
        }
        halt(framework, status);
    }

    /** Must not need a class that is not loaded yet: this bundle is stopped by now. */
    private static void halt(Framework framework, int status) {
        try {
            framework.waitForStop(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(status);
    }
}

package pbx.itest;

import java.io.ByteArrayInputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.FrameworkWiring;

/** The ways in which a bundle is replaced while the platform runs. */
enum SwapWay {
    UPDATE("update") {
        @Override
        void replace(Bundle bundle, byte[] jar, int count) throws Exception {
            bundle.update(SwapJar.version(jar, bundle.getVersion().getMajor() + ".1." + count));
            refresh();
        }
    },
    RESTART("stop, start") {
        @Override
        void replace(Bundle bundle, byte[] jar, int count) throws Exception {
            bundle.stop();
            bundle.start();
        }
    },
    REINSTALL("uninstall, install") {
        @Override
        void replace(Bundle bundle, byte[] jar, int count) throws Exception {
            String location = bundle.getLocation();
            bundle.uninstall();
            Bundle next = context().installBundle(location, new ByteArrayInputStream(jar));
            refresh(); // whoever imports from it needs the new one there
            next.start();
        }
    };

    private final String text;

    SwapWay(String text) {
        this.text = text;
    }

    /** @param jar what is installed now, in whatever version; {@code count} makes the versions differ */
    abstract void replace(Bundle bundle, byte[] jar, int count) throws Exception;

    /** Whether the bundle has another class loader afterwards. */
    boolean newLoader() {
        return this != RESTART;
    }

    @Override
    public String toString() {
        return text;
    }

    private static BundleContext context() {
        return FrameworkUtil.getBundle(SwapWay.class).getBundleContext();
    }

    /** Others may still be wired to what a bundle exported: only then there is something to do. */
    private static void refresh() throws InterruptedException {
        FrameworkWiring wiring =
                context().getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        if (!wiring.getRemovalPendingBundles().isEmpty()) {
            CountDownLatch done = new CountDownLatch(1);
            wiring.refreshBundles(null, event -> done.countDown());
            if (!done.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the refresh does not end");
            }
        }
    }
}

package pbx.plugins;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.info.ScrInfo;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** A real Felix for each test, its storage in the test's own folder. */
final class RealFramework implements BeforeEachCallback, AfterEachCallback {
    private static final String PACKAGES = "org.osgi.service.component;version=1.5.1,"
            + "org.osgi.service.component.runtime;version=1.5.0,org.osgi.service.component.runtime.dto;version=1.5.0,"
            + "org.osgi.util.promise;version=1.3.0,org.osgi.util.function;version=1.2.0";

    private Path folder;
    private Framework framework;

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        folder = Files.createTempDirectory("pbx.plugins");
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        folder.resolve("storage").toString(),
                        "org.osgi.framework.system.packages.extra",
                        PACKAGES));
        framework.start();
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Path folder() {
        return folder;
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    <T> T service(Class<T> type) {
        return context().getService(context().getServiceReference(type));
    }

    /** Of something that the framework registered: for what asks a listener's bundle for its name. */
    @SuppressWarnings("unchecked") // only its bundle is asked for
    <T> ServiceReference<T> reference() {
        return (ServiceReference<T>) context().getServiceReference("org.osgi.service.resolver.Resolver");
    }

    void startScr() throws Exception {
        Path scr = Path.of(ScrInfo.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        context().installBundle("reference:" + scr.toUri()).start();
    }

    /** All but the framework itself. */
    List<String> bundles() {
        return Arrays.stream(context().getBundles())
                .skip(1)
                .map(b -> b.getSymbolicName() + " " + b.getVersion() + (b.getState() == Bundle.ACTIVE ? "" : " idle"))
                .toList();
    }
}

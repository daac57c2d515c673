package pbx.kit.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A framework with the platform's bundles, which are found on the class path. */
final class PlatformFramework implements AutoCloseable {
    /** Shared with the test: its own classes are everybody's. */
    private static final Set<String> SHARED = Set.of("pbx.api", "slf4j.api", "org.osgi.service.cm");

    /** What the platform needs to run without audio and faces; messages where the test's project has them. */
    private static final Pattern PLATFORM =
            Pattern.compile("pbx\\.(websocket|transport|presence|callcontrol|messages|plugins)"
                    + "|org\\.apache\\.felix\\.(scr|configadmin)|org\\.apache\\.aries\\.spifly\\..*|org\\.objectweb\\.asm.*"
                    + "|org\\.eclipse\\.jetty\\..*|com\\.fasterxml\\.jackson\\..*|org\\.osgi\\.util\\.(promise|function)"
                    + "|org\\.osgi\\.service\\.component|.*libphonenumber.*|.*phonenumber.*");

    private static final String DEPLOYER = "pbx.plugins";

    private final Framework framework;

    private PlatformFramework(Framework framework) {
        this.framework = framework;
    }

    static PlatformFramework start(Path storage) throws BundleException {
        List<ClassPath.Entry> found = ClassPath.bundles();
        String shared = found.stream()
                .filter(entry -> SHARED.contains(entry.name()))
                .map(ClassPath.Entry::exports)
                .collect(Collectors.joining(","));
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, shared);
        properties.put("org.apache.aries.spifly.auto.consumers", "org.eclipse.jetty.websocket.api");
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(properties);
        framework.start();
        PlatformFramework started = new PlatformFramework(framework);
        started.install(found);
        return started;
    }

    private void install(List<ClassPath.Entry> found) throws BundleException {
        List<Bundle> bundles = new ArrayList<>();
        for (ClassPath.Entry entry : found) {
            if (PLATFORM.matcher(entry.name()).matches()) {
                bundles.add(context().installBundle(entry.location()));
            }
        }
        for (Bundle bundle : bundles) {
            if (bundle.getSymbolicName().equals(DEPLOYER)) {
                continue;
            }
            try {
                bundle.start();
            } catch (BundleException e) {
                if (bundle.getSymbolicName().startsWith("pbx.")) {
                    throw e;
                } // a library that came along and nobody needs
            }
        }
    }

    /** To be called once it is configured: unconfigured, its files would lie in the working directory. */
    void startDeployer() throws BundleException {
        for (Bundle bundle : context().getBundles()) {
            if (bundle.getSymbolicName().equals(DEPLOYER)) {
                bundle.start();
            }
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    List<String> states() {
        return Stream.of(context().getBundles())
                .map(bundle -> bundle.getSymbolicName() + (bundle.getState() == Bundle.ACTIVE ? "" : " (idle)"))
                .toList();
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(30));
    }
}

package pbx.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs, updates and uninstalls the plugins' bundles, and no others. Nothing is ever refreshed: the framework frees a
 * plugin's old revision by itself, and a refresh could take platform bundles with it.
 */
final class Bundles {
    private static final Logger LOG = LoggerFactory.getLogger(Bundles.class);
    private static final String LOCATION = "plugin:";

    private final BundleContext context;
    private final Own own;
    private final Consumer<Bundle> approve;
    /** Stops that nobody waits for; whatever is done with the bundle next does. */
    private final Map<Bundle, CompletableFuture<Void>> apart = new ConcurrentHashMap<>();

    /** @param approve is told each bundle whose new bytes may run, before they do */
    Bundles(BundleContext context, Own own, Consumer<Bundle> approve) {
        this.context = context;
        this.own = own;
        this.approve = approve;
    }

    /** The plugins' bundles, those of an earlier life of the deployer too. */
    List<Bundle> all() {
        return Arrays.stream(context.getBundles()).filter(Bundles::isPlugin).toList();
    }

    Optional<Bundle> find(String name) {
        return Optional.ofNullable(context.getBundle(LOCATION + name));
    }

    /** Installs and starts. When that fails nothing stays behind. */
    Bundle install(PluginJar jar) throws BadPlugin {
        refusePlatformNames(jar.name());
        Bundle bundle = null;
        try (InputStream bytes = jar.open()) {
            bundle = context.installBundle(LOCATION + jar.name(), bytes);
            approve.accept(bundle);
            own.start(bundle);
            return bundle;
        } catch (BundleException | IOException | RuntimeException | LinkageError e) {
            if (bundle != null) {
                uninstall(bundle);
            }
            throw new BadPlugin(Cause.of(e), e);
        }
    }

    /**
     * Exchanges a plugin's bytes and starts it.
     *
     * @param previous what it goes back to when that fails; without it, or when that fails too, the bundle is uninstalled
     */
    void update(Bundle bundle, PluginJar jar, Optional<PluginJar> previous) throws BadPlugin {
        try {
            exchange(bundle, jar);
        } catch (BundleException | IOException | RuntimeException | LinkageError e) {
            if (previous.isEmpty() || !restored(bundle, previous.get())) {
                uninstall(bundle);
            }
            throw new BadPlugin(Cause.of(e), e);
        }
    }

    /** Stops and starts it. */
    void restart(Bundle bundle) throws BadPlugin {
        stop(bundle);
        try {
            own.start(bundle);
        } catch (BundleException | IOException | RuntimeException | LinkageError e) {
            throw new BadPlugin(Cause.of(e), e);
        }
    }

    void stop(Bundle bundle) {
        settle(bundle);
        halt(bundle);
    }

    /**
     * Stops it on a thread of its own, for it may hang. Whoever starts, exchanges or uninstalls it afterwards waits for that:
     * a stop that comes late would stop what was started since.
     */
    void stopApart(Bundle bundle) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        if (apart.putIfAbsent(bundle, ended) == null) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            halt(bundle);
                        } finally {
                            apart.remove(bundle);
                            ended.complete(null);
                        }
                    },
                    "quarantine of " + bundle.getSymbolicName());
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Bounded by the patience with a stop. */
    private void settle(Bundle bundle) {
        CompletableFuture<Void> ended = apart.get(bundle);
        if (ended != null) {
            ended.join();
        }
    }

    private void halt(Bundle bundle) {
        try {
            own.stop(bundle);
        } catch (BundleException | IOException | RuntimeException | LinkageError e) {
            LOG.warn("{} did not stop in order: {}", bundle.getSymbolicName(), Cause.of(e));
        }
    }

    void uninstall(Bundle bundle) {
        settle(bundle);
        try {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                own.uninstall(bundle);
            }
        } catch (BundleException | IOException | RuntimeException | LinkageError e) {
            LOG.warn("{} was not uninstalled in order: {}", bundle.getSymbolicName(), Cause.of(e));
        }
    }

    private boolean restored(Bundle bundle, PluginJar previous) {
        try {
            exchange(bundle, previous);
            return true;
        } catch (BundleException | IOException | RuntimeException | LinkageError e) {
            LOG.error("{} {} does not run again: {}", previous.name(), previous.version(), Cause.of(e));
            return false;
        }
    }

    /** Stopped first, and started by ourselves: an update of a running bundle would tell a failing start to nobody. */
    private void exchange(Bundle bundle, PluginJar jar) throws BundleException, IOException {
        stop(bundle);
        try (InputStream bytes = jar.open()) {
            own.update(bundle, bytes);
        }
        approve.accept(bundle);
        own.start(bundle);
    }

    /** A second bundle of a platform's name could be wired in its place. */
    private void refusePlatformNames(String name) throws BadPlugin {
        for (Bundle bundle : context.getBundles()) {
            boolean taken = name.equals(bundle.getSymbolicName()) && !isPlugin(bundle);
            if (taken || name.equals(Constants.SYSTEM_BUNDLE_SYMBOLICNAME)) {
                throw new BadPlugin(
                        "the platform itself has a bundle called " + name + ": give the plugin a name of its own");
            }
        }
    }

    static boolean isPlugin(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCATION);
    }
}

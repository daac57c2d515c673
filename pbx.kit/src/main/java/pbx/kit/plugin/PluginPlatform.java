package pbx.kit.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;
import pbx.api.AccountId;
import pbx.api.connection.ConnectionListener;
import pbx.api.connection.ConnectionState;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugins;
import pbx.kit.EmbeddedPbx;

/**
 * The platform in a real Felix, with extension 45 of an embedded PBX signed in and without audio: calls ring, are answered
 * elsewhere and end as {@link EmbeddedPbx#control} says. The services of {@code pbx.api} are those of the test's class path.
 * Files go to a folder of its own, which is gone afterwards.
 */
public final class PluginPlatform implements AutoCloseable {
    /** The account that is signed in. */
    public static final AccountId ACCOUNT = new AccountId("kit");

    private static final int PATIENCE_SECONDS = 60;

    private final Path home;
    private final EmbeddedPbx pbx;
    private final PlatformFramework framework;
    private final Map<Class<?>, ServiceTracker<?, ?>> trackers = new ConcurrentHashMap<>();

    private PluginPlatform(Path home, EmbeddedPbx pbx, PlatformFramework framework) {
        this.home = home;
        this.pbx = pbx;
        this.framework = framework;
    }

    /** Returns when the account is registered. */
    public static PluginPlatform start() throws Exception {
        Path home = Files.createTempDirectory("plugin-kit");
        EmbeddedPbx pbx = EmbeddedPbx.signalling().start();
        PlatformFramework framework = PlatformFramework.start(home.resolve("bundles"));
        PluginPlatform platform = new PluginPlatform(home, pbx, framework);
        platform.configure(
                "pbx.plugins",
                Map.of(
                        "folder", home.resolve("plugins").toString(),
                        "data", home.resolve("data").toString(),
                        "interval", 50));
        framework.startDeployer();
        Heard<ConnectionState> states = new Heard<>();
        ConnectionListener listener = change -> states.add(change.after().state());
        platform.context().registerService(ConnectionListener.class, listener, null);
        platform.configure(
                "pbx.account~" + ACCOUNT.value(),
                Map.of("server", pbx.url().toString(), "tenant", "localhost", "extension", "45", ".password", "demo"));
        states.await("the account is registered", ConnectionState.REGISTERED::equals);
        return platform;
    }

    /** Scenarios: who calls whom, who hangs up. */
    public EmbeddedPbx pbx() {
        return pbx;
    }

    public BundleContext context() {
        return framework.context();
    }

    /** Where the platform's files are. */
    public Path home() {
        return home;
    }

    /** Deploys a jar; whatever becomes of it. */
    public Plugin deploy(Path jar) throws Exception {
        return get(service(Plugins.class).deploy(jar));
    }

    public void undeploy(String name) throws Exception {
        get(service(Plugins.class).undeploy(name));
    }

    /** The plugin as it is now. */
    public Optional<Plugin> plugin(String name) throws Exception {
        return service(Plugins.class).list().stream()
                .filter(p -> p.name().equals(name))
                .findFirst();
    }

    public Optional<Bundle> bundle(String name) {
        return Stream.of(context().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    /** A service as soon as there is one. */
    public <T> T service(Class<T> type) throws InterruptedException {
        // open for as long as the platform is: a service that is given back may close itself
        ServiceTracker<?, ?> tracker = trackers.computeIfAbsent(type, wanted -> {
            ServiceTracker<?, ?> opened = new ServiceTracker<>(context(), wanted, null);
            opened.open();
            return opened;
        });
        Object service = tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        if (service == null) {
            throw new AssertionError("there is no service " + type.getName() + "; " + framework.states());
        }
        return type.cast(service);
    }

    /** @param pid of a configuration; {@code FACTORY~NAME} for one of several */
    public void configure(String pid, Map<String, Object> values) throws IOException, InterruptedException {
        ConfigurationAdmin admin = service(ConfigurationAdmin.class);
        int tilde = pid.indexOf('~');
        Configuration configuration = tilde < 0
                ? admin.getConfiguration(pid, "?")
                : admin.getFactoryConfiguration(pid.substring(0, tilde), pid.substring(tilde + 1), "?");
        configuration.update(FrameworkUtil.asDictionary(new HashMap<>(values)));
    }

    /** What a stage answers, waited for at most a minute. */
    public static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        framework.close();
        pbx.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Names of all bundles, for messages. */
    public List<String> bundles() {
        return framework.states();
    }
}

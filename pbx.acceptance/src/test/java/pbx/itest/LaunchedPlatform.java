package pbx.itest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import pbx.webrtc.AudioDevices;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.device.NativeDevices;

/**
 * The bundles of the launcher's jar in this JVM, in the working directory as home, without window and terminal, and with the
 * PBX outside: so that whatever runs in the framework may be taken down while somebody watches. Nothing of {@code pbx.api} is
 * shared with the test, for it is replaced too.
 */
final class LaunchedPlatform implements AutoCloseable {
    private static final Path LAUNCHER = Path.of("../../../cnf/target/launch.jar");
    private static final Pattern LEFT_OUT = Pattern.compile(
            ".*/(pbx[.]simulator|pbx[.]ui[.]swing|flatlaf|miglayout|org[.]apache[.]felix[.]gogo[.](shell|command))-.*");
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    private final Path folder = Files.createTempDirectory("launched");
    private final Framework framework;

    LaunchedPlatform(AudioEngine engine, Map<String, String> properties) throws Exception {
        Properties launcher = new Properties();
        try (JarFile jar = new JarFile(LAUNCHER.toFile())) {
            try (InputStream in = jar.getInputStream(jar.getEntry("launcher.properties"))) {
                launcher.load(in);
            }
            Map<String, String> all = new HashMap<>();
            launcher.stringPropertyNames().stream()
                    .filter(name -> !name.startsWith("launch."))
                    .forEach(name -> all.put(name, launcher.getProperty(name)));
            all.put(Constants.FRAMEWORK_STORAGE, folder.resolve("storage").toString());
            all.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "pbx.webrtc;version=1.0.0");
            all.putAll(properties);
            framework = ServiceLoader.load(FrameworkFactory.class)
                    .findFirst()
                    .orElseThrow()
                    .newFramework(all);
            framework.init();
            context().registerService(AudioEngine.class, engine, null);
            context().registerService(AudioDevices.class, new NativeDevices(null), null);
            framework.start();
            List<Bundle> bundles = new ArrayList<>();
            for (String name : launcher.getProperty("launch.bundles").split(",", -1)) {
                if (!LEFT_OUT.matcher(name).matches()) {
                    bundles.add(install(jar, name));
                }
            }
            for (Bundle bundle : bundles) {
                if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                    bundle.start();
                }
            }
        }
    }

    private Bundle install(JarFile jar, String name) throws IOException, BundleException {
        Path file = folder.resolve(Path.of(name).getFileName());
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            Files.copy(in, file);
        }
        return context().installBundle(file.toUri().toString());
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    Bundle bundle(String name) {
        return Stream.of(context().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no bundle " + name));
    }

    /** Takes the bundle down with all that hang on it, and brings them up again; returns the names of all these. */
    List<String> refresh(String name) throws InterruptedException {
        FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
        List<Bundle> bundles = List.of(bundle(name));
        List<String> closure = wiring.getDependencyClosure(bundles).stream()
                .map(Bundle::getSymbolicName)
                .sorted()
                .toList();
        CountDownLatch done = new CountDownLatch(1);
        wiring.refreshBundles(bundles, event -> done.countDown());
        if (!done.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the refresh does not end");
        }
        return closure;
    }

    /** What is done with a service, whose types are only known inside. */
    interface Use<T> {
        T with(Object service, Class<?> type) throws ReflectiveOperationException;
    }

    /** Does it as soon as there is such a service. */
    <T> T use(String type, String filter, Use<T> use) throws Exception {
        long end = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < end) {
            ServiceReference<?>[] found = context().getAllServiceReferences(type, filter);
            Object service = found == null ? null : context().getService(found[0]);
            if (service != null) {
                try {
                    ClassLoader loader =
                            found[0].getBundle().adapt(BundleWiring.class).getClassLoader();
                    return use.with(service, loader.loadClass(type));
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                } finally {
                    context().ungetService(found[0]);
                }
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        throw new AssertionError("there is no service " + type + " " + filter);
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(30));
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

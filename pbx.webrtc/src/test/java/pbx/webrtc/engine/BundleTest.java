package pbx.webrtc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import pbx.webrtc.AudioEngine;

/** What the launcher gets. */
class BundleTest {
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void importsNothingButTheFramework() throws IOException {
        String imports = manifest("Import-Package");
        assertTrue(imports.matches("org\\.osgi\\.framework;version=\"[^\"]*\""), imports);
        assertFalse(manifest("Require-Capability").contains("osgi.extender"));
    }

    @Test
    void holdsTheLibraryAndANativeOfIt() throws IOException {
        assertTrue(Files.exists(CLASSES.resolve("dev/onvoid/webrtc/RTCPeerConnection.class")));
        try (var files = Files.list(CLASSES)) {
            assertTrue(files.anyMatch(file -> file.getFileName().toString().contains("webrtc-java-")));
        }
    }

    @Test
    void registersTheEngineWithTheLaunchersContextAndStopsIt() throws Exception {
        List<Object> services = new ArrayList<>();
        List<BundleActivator> called = new ArrayList<>();
        for (String name : manifest("Embedded-Activator").split(",", -1)) {
            BundleActivator activator = Class.forName(name.strip())
                    .asSubclass(BundleActivator.class)
                    .getConstructor()
                    .newInstance();
            activator.start(context(services)); // the home's does nothing here, where there is none
            called.add(activator);
        }
        AudioEngine engine = (AudioEngine) services.get(0);
        engine.offer("media", "a").get(30, TimeUnit.SECONDS);
        for (BundleActivator activator : called) {
            activator.stop(context(services));
        }
        assertEquals(List.of(), services);
        assertEquals(List.of(), engine.sessions("media"));
        assertEquals(AudioEngine.EngineException.Reason.NO_ENGINE, Refusal.reason(engine.offer("media", "a")));
    }

    private static BundleContext context(List<Object> services) {
        ServiceRegistration<?> registration = proxy(ServiceRegistration.class, (method, args) -> {
            assertEquals("unregister", method);
            services.clear();
            return null;
        });
        return proxy(BundleContext.class, (method, args) -> {
            assertEquals("registerService", method);
            assertTrue(((Class<?>) args[0]).isInstance(args[1]));
            services.add(args[1]);
            return registration;
        });
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> answer.to(method.getName(), args)));
    }

    private static String manifest(String header) throws IOException {
        try (var in = Files.newInputStream(CLASSES.resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes().getValue(header);
        }
    }

    private interface Answer {
        Object to(String method, Object[] args);
    }
}

package pbx.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.metatype.MetaTypeService;

/** A real Felix with ConfigurationAdmin, metatype and a bundle that defines settings, for each test. */
final class RealFramework implements BeforeEachCallback, AfterEachCallback {
    static final String DEFINES = Path.of("target/defines").toUri().toString();

    private static final String PACKAGES = "org.osgi.service.cm;version=1.6.1,org.osgi.service.metatype;version=1.4.1,"
            + "org.osgi.service.component;version=1.5.1,"
            + "org.osgi.service.component.runtime;version=1.5.0,org.osgi.service.component.runtime.dto;version=1.5.0,"
            + "org.osgi.util.promise;version=1.3.0,org.osgi.util.function;version=1.2.0,org.slf4j;version=2.0.17,"
            + "org.osgi.service.log;version=1.3.0,pbx.api;version=1.0.0,pbx.api.settings;version=1.0.0,"
            + "pbx.api.plugin;version=1.0.0,pbx.api.view;version=1.0.0";

    private Path folder;
    private Framework framework;

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        folder = Files.createTempDirectory("pbx.settings");
        Files.createDirectory(conf());
        launch(Map.of());
        install(Path.of(java.net.URI.create(DEFINES)), TestDefinition.jar());
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        halt();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    void launch(Map<String, String> more) throws Exception {
        Map<String, String> properties = new LinkedHashMap<>(Map.of(
                "org.osgi.framework.storage",
                folder.resolve("storage").toString(),
                "org.osgi.framework.system.packages.extra",
                PACKAGES,
                "felix.cm.dir",
                folder.resolve("cm").toString(),
                "pbx.conf",
                conf().toString(),
                "pbx.audit",
                folder.resolve("audit.log").toString()));
        properties.putAll(more);
        framework = new FrameworkFactory().newFramework(properties);
        framework.start();
        installLibrary("org.apache.felix.cm.file.ConfigurationHandler");
        installLibrary("org.apache.felix.metatype.AD");
    }

    void halt() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    Bundle installLibrary(String type) throws Exception {
        Path jar = Path.of(Class.forName(type)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return install(jar, Files.newInputStream(jar));
    }

    Bundle install(Path name, InputStream jar) throws BundleException, IOException {
        try (jar) {
            Bundle bundle = context().installBundle(name.toUri().toString(), jar);
            bundle.start();
            return bundle;
        }
    }

    /** Installs the folder's state as pbx.settings would find it, one step at a time. */
    Keeper keeper() {
        return new Keeper(context(), admin(), service(MetaTypeService.class));
    }

    Path conf() {
        return folder.resolve("conf");
    }

    Path file(String name) {
        return conf().resolve(name);
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    ConfigurationAdmin admin() {
        return service(ConfigurationAdmin.class);
    }

    <T> T service(Class<T> type) {
        return context().getService(context().getServiceReference(type));
    }

    /** Empty: there is no such configuration. */
    List<Configuration> find(String pid) throws Exception {
        Configuration[] found = admin().listConfigurations("(service.pid=" + pid + ")");
        return found == null ? List.of() : List.of(found);
    }

    Object value(String pid, String key) throws Exception {
        Dictionary<String, Object> properties = find(pid).get(0).getProperties();
        return properties.get(key);
    }
}

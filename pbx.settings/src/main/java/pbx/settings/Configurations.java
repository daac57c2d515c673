package pbx.settings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** ConfigurationAdmin, asked by name. */
final class Configurations {
    /** Properties that are not settings. */
    private static final Set<String> NOT_SETTINGS =
            Set.of("service.pid", "service.factoryPid", "service.bundleLocation", "felix.fileinstall.filename");

    private final ConfigurationAdmin admin;

    Configurations(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    Optional<Configuration> find(ConfName name) throws IOException {
        String pids = name.pids().stream().map(Configurations::pid).collect(Collectors.joining("", "(|", ")"));
        String factory =
                name.factory() ? "(service.factoryPid=" + escaped(name.pid()) + ")" : "(!(service.factoryPid=*))";
        return list("(&" + factory + pids + ")").stream().findFirst();
    }

    Optional<Configuration> find(String pid) throws IOException {
        return list(pid(pid)).stream().findFirst();
    }

    /** Every configuration of a factory. */
    List<Configuration> made(String factoryPid) throws IOException {
        return list("(service.factoryPid=" + escaped(factoryPid) + ")");
    }

    List<Configuration> all() throws IOException {
        return list(null);
    }

    /** Sets a configuration if it differs; returns the PID that it has. */
    String set(ConfName name, Map<String, Object> values) throws IOException {
        Optional<Configuration> found = find(name);
        Configuration configuration = found.isPresent()
                ? found.get()
                : name.factory()
                        ? admin.getFactoryConfiguration(name.pid(), name.name(), "?")
                        : admin.getConfiguration(name.pid(), "?");
        configuration.updateIfDifferent(FrameworkUtil.asDictionary(values));
        return configuration.getPid();
    }

    static Map<String, Object> values(Configuration configuration) {
        Map<String, Object> values = new LinkedHashMap<>(FrameworkUtil.asMap(configuration.getProperties()));
        values.keySet().removeIf(Configurations::noSetting);
        return values;
    }

    static boolean noSetting(String key) {
        return NOT_SETTINGS.contains(key);
    }

    /** The PID under which a bundle defines these settings: of a factory's configuration the factory's. */
    static String definedAs(Map<String, Object> properties) {
        Object factory = properties.get("service.factoryPid");
        return String.valueOf(factory == null ? properties.get("service.pid") : factory);
    }

    private List<Configuration> list(String filter) throws IOException {
        try {
            Configuration[] found = admin.listConfigurations(filter);
            return found == null ? List.of() : new ArrayList<>(List.of(found));
        } catch (InvalidSyntaxException e) {
            throw new IOException("a name that no filter can hold", e);
        }
    }

    private static String pid(String pid) {
        return "(service.pid=" + escaped(pid) + ")";
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\*()]", "\\\\$0");
    }
}

package pbx.console.settings;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import pbx.api.settings.SettingsCheck;

/** The configurations of accounts. pbx.settings writes them to their files. */
@Component(service = Accounts.class)
public final class Accounts {
    public static final String PID = "pbx.account";
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_.]{0,31}";

    private final ConfigurationAdmin admin;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    volatile SettingsCheck check;

    /** One account's settings; its secrets are here, and MUST not be shown. */
    public record Settings(String name, Map<String, Object> values) {
        public String text(String setting) {
            Object value = values.get(setting);
            return value == null ? "" : value.toString();
        }
    }

    @Activate
    public Accounts(@Reference ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** By name. */
    public List<Settings> list() throws IOException {
        return configurations().stream()
                .map(found -> new Settings(name(found), FrameworkUtil.asMap(found.getProperties())))
                .sorted(Comparator.comparing(Settings::name))
                .toList();
    }

    public Optional<Settings> find(String name) throws IOException {
        return list().stream().filter(settings -> settings.name().equals(name)).findFirst();
    }

    /**
     * As an account is with these changes. An empty secret is the one that it has, unless the server is another: nobody
     * sends a stored secret to a place of his choice.
     */
    public Map<String, Object> merged(String name, Map<String, String> changes) throws IOException {
        Map<String, Object> values =
                new HashMap<>(find(name).map(Settings::values).orElse(Map.of()));
        String server = changes.get("server");
        if (server != null && !server.equals(values.get("server"))) {
            values.keySet().removeIf(setting -> setting.startsWith("."));
        }
        changes.forEach((setting, value) -> {
            if (!setting.startsWith(".") || !value.isEmpty()) {
                values.put(setting, value);
            }
        });
        values.keySet().removeIf(setting -> setting.startsWith("service.") || setting.startsWith("felix."));
        return values;
    }

    /** Sets an account, a new one too; its secrets are kept sealed. What is wrong is an IllegalArgumentException, and nothing is set. */
    public void put(String name, Map<String, String> changes) throws IOException {
        Optional<Configuration> there = configuration(name);
        if (there.isEmpty() && !name.matches(NAME)) {
            throw new IllegalArgumentException("a new account's name has 1 to 32 letters, digits, _ and .");
        }
        Map<String, Object> values = merged(name, changes);
        SettingsCheck judge = check;
        List<String> wrong = judge == null ? List.of() : judge.objections(PID, values);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        Values.seal(values, setting -> setting.startsWith("."));
        Configuration account = there.isPresent() ? there.get() : admin.getFactoryConfiguration(PID, name, "?");
        account.updateIfDifferent(FrameworkUtil.asDictionary(values));
    }

    public void remove(String name) throws IOException {
        Optional<Configuration> there = configuration(name);
        if (there.isPresent()) {
            there.get().delete();
        }
    }

    /** However it was named, by a file, by Felix's own form or here. */
    private Optional<Configuration> configuration(String name) throws IOException {
        return configurations().stream()
                .filter(found -> name(found).equals(name))
                .findFirst();
    }

    private List<Configuration> configurations() throws IOException {
        try {
            Configuration[] found = admin.listConfigurations("(service.factoryPid=" + PID + ")");
            return found == null ? List.of() : Arrays.asList(found);
        } catch (InvalidSyntaxException impossible) {
            throw new IOException(impossible);
        }
    }

    private static String name(Configuration configuration) {
        return configuration.getPid().replaceFirst("^\\Q" + PID + "\\E[~.]", "");
    }
}

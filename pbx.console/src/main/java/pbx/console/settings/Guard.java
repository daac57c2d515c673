package pbx.console.settings;

import java.io.IOException;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.webconsole.spi.ConfigurationHandler;
import org.apache.felix.webconsole.spi.ValidationException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import pbx.api.settings.SettingsCheck;
import pbx.audit.Difference;
import pbx.console.security.Trail;

/**
 * Stands between Felix's configuration form and Configuration Admin: what is wrong is refused with the reason, what is right
 * is noted with who set it, before and after.
 */
@Component
public final class Guard implements ConfigurationHandler {
    private final ConfigurationAdmin admin;
    private final Trail trail;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    volatile SettingsCheck check;

    @Activate
    public Guard(@Reference ConfigurationAdmin admin, @Reference Trail trail) {
        this.admin = admin;
        this.trail = trail;
    }

    @Override
    public void updateConfiguration(String factoryPid, String pid, Dictionary<String, Object> props)
            throws ValidationException, IOException {
        Map<String, Object> now = FrameworkUtil.asMap(props); // what is put there is what is set
        SettingsCheck judge = check;
        List<String> wrong = judge == null ? List.of() : judge.objections(definedAs(factoryPid, pid), now);
        if (!wrong.isEmpty()) {
            throw new ValidationException(String.join("; ", wrong));
        }
        Set<String> secrets = secrets(factoryPid, pid);
        boolean ours = definedAs(factoryPid, pid).startsWith("pbx.");
        // whoever's PASSWORD it is, pbx.settings opens it for him; of other names only our own components do
        Values.seal(now, name -> secrets.contains(name) || (ours && name.startsWith(".")));
        trail.configured(pid, Difference.of(before(pid), Values.texts(now), secrets::contains));
    }

    @Override
    public void deleteConfiguration(String factoryPid, String pid) throws IOException {
        trail.configured(pid, "removed; " + Difference.of(before(pid), Map.of(), secrets(factoryPid, pid)::contains));
    }

    @Override
    public void createConfiguration(String pid) {
        trail.configured(pid, "created");
    }

    @Override
    public void createFactoryConfiguration(String factoryPid, String name) {
        trail.configured(factoryPid, "created another one");
    }

    /** A new one of a factory comes with the factory's PID; one that is there with its own as well. */
    private static String definedAs(String factoryPid, String pid) {
        return factoryPid == null || factoryPid.isEmpty() ? pid.replaceFirst("~.*", "") : factoryPid;
    }

    private Set<String> secrets(String factoryPid, String pid) {
        SettingsCheck judge = check;
        return judge == null ? Set.of() : judge.secrets(definedAs(factoryPid, pid));
    }

    private Map<String, String> before(String pid) throws IOException {
        try {
            Configuration[] found =
                    admin.listConfigurations("(service.pid=" + pid.replaceAll("[\\\\*()]", "\\\\$0") + ")");
            return found == null ? Map.of() : Values.texts(FrameworkUtil.asMap(found[0].getProperties()));
        } catch (InvalidSyntaxException impossible) {
            return Map.of();
        }
    }
}

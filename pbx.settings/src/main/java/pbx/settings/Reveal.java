package pbx.settings;

import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationPlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.settings.Secret;

/**
 * Gives components the secrets that their PASSWORD settings refer to or hold sealed: also to those that know nothing of
 * {@link Secret}. ConfigurationAdmin, its files and every form have what was written.
 */
@Component(
        immediate = true,
        property = {ConfigurationPlugin.CM_RANKING + ":Integer=200"})
public final class Reveal implements ConfigurationPlugin {
    private static final Logger LOG = LoggerFactory.getLogger(Reveal.class);

    private final Definitions definitions;

    @Activate
    public Reveal(BundleContext context, @Reference MetaTypeService metatype) {
        definitions = new Definitions(context, metatype);
    }

    @Override
    public void modifyConfiguration(ServiceReference<?> reference, Dictionary<String, Object> properties) {
        Map<String, Object> live = FrameworkUtil.asMap(properties);
        Definition definition = definitions.fresh(Configurations.definedAs(live));
        for (String key : List.copyOf(live.keySet())) {
            boolean secret = definition.setting(key).filter(Setting::secret).isPresent();
            if (secret && live.get(key) instanceof String text) {
                live.put(key, revealed(live.get("service.pid"), key, text));
            }
        }
    }

    /** Where it leads nowhere it stays as it is: a component that reveals it itself says so where people look. */
    private static String revealed(Object pid, String key, String text) {
        try {
            String secret = Secret.reveal(text);
            // a secret that looks like a reference must not be taken for one
            return looksReferred(secret) ? "plain:" + secret : secret;
        } catch (IllegalArgumentException nowhere) {
            LOG.warn("{}: the setting {} {}", Plain.text(pid), Plain.text(key), nowhere.getMessage());
            return text;
        }
    }

    private static boolean looksReferred(String secret) {
        return Setting.elsewhere(secret) || secret.startsWith("plain:");
    }
}

package pbx.settings;

import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

/**
 * The last net: whatever tool sets a configuration, a component is only ever given settings that its definition allows. In
 * place of wrong ones it gets the last good ones, all of them; where there are none, the right ones of the new and its
 * defaults. {@link WriteBack} then sets that in ConfigurationAdmin too.
 */
@Component(
        immediate = true,
        property = {ConfigurationPlugin.CM_RANKING + ":Integer=100"})
public final class LastGood implements ConfigurationPlugin {
    private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);

    private final Definitions definitions;
    private final Map<String, Map<String, Object>> good = new ConcurrentHashMap<>();

    @Activate
    public LastGood(BundleContext context, @Reference MetaTypeService metatype) {
        definitions = new Definitions(context, metatype);
    }

    @Override
    public void modifyConfiguration(ServiceReference<?> reference, Dictionary<String, Object> properties) {
        Map<String, Object> live = FrameworkUtil.asMap(properties);
        Map<String, Object> values = new LinkedHashMap<>(live);
        String pid = String.valueOf(values.get("service.pid"));
        values.keySet().removeIf(Configurations::noSetting);
        Definition definition = definitions.fresh(Configurations.definedAs(live));
        Check check = Check.ofValues(values, definition);
        if (check.wrong().isEmpty()) {
            good.put(pid, values);
            return;
        }
        // a new version may refuse what was good before it
        Map<String, Object> instead =
                Optional.ofNullable(good.get(pid)).filter(definition::allows).orElse(null);
        LOG.error(
                "{}: {}; {}",
                Plain.text(pid),
                String.join("; ", check.wrong()),
                instead == null ? "defaults are used instead" : "the last good settings stay in force");
        values.keySet().forEach(live::remove);
        live.putAll(instead == null ? check.values() : instead);
    }
}

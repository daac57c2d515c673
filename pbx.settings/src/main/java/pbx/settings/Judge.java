package pbx.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;
import pbx.api.settings.SettingsCheck;

/** Judges what is typed elsewhere as a file's settings are judged. */
@Component
public final class Judge implements SettingsCheck {
    private final Definitions definitions;

    @Activate
    public Judge(BundleContext context, @Reference MetaTypeService metatype) {
        definitions = new Definitions(context, metatype);
    }

    @Override
    public List<String> objections(String pid, Map<String, Object> values) {
        return Check.ofValues(values, definitions.fresh(pid)).wrong();
    }

    @Override
    public Set<String> secrets(String pid) {
        return definitions.fresh(pid).secrets();
    }
}

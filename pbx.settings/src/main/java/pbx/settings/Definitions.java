package pbx.settings;

import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what the installed bundles say of their PIDs. */
final class Definitions {
    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

    private final BundleContext context;
    private final MetaTypeService metatype;
    private final Map<String, MetaTypeInformation> index = new HashMap<>();
    private final Set<String> factories = new HashSet<>();
    /** Which bundles these are of, and when they were installed or updated. */
    private Map<Long, Long> seen = Map.of();

    Definitions(BundleContext context, MetaTypeService metatype) {
        this.context = context;
        this.metatype = metatype;
    }

    /** Bundles come and go: before a file is judged they are asked anew. */
    void refresh() {
        Map<Long, Long> now = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            now.put(bundle.getBundleId(), bundle.getLastModified());
        }
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        index.clear();
        factories.clear();
        for (Bundle bundle : context.getBundles()) {
            try {
                add(bundle);
            } catch (RuntimeException e) {
                LOG.warn("{}: its settings' definitions cannot be read ({})", bundle.getSymbolicName(), e.toString());
            }
        }
    }

    /** As the bundles are now. From any thread. */
    synchronized Definition fresh(String pid) {
        refresh();
        return of(pid);
    }

    Definition of(String pid) {
        MetaTypeInformation information = index.get(pid);
        ObjectClassDefinition definition = information == null ? null : information.getObjectClassDefinition(pid, null);
        return definition == null ? Definition.NONE : Definition.of(definition);
    }

    /** What a form needs to know of a PID. */
    Optional<Form> form(String pid, Locale language) {
        return Optional.ofNullable(index.get(pid))
                .map(information -> information.getObjectClassDefinition(pid, language.toString()))
                .map(definition -> new Form(pid, factories.contains(pid), definition));
    }

    /** All that are defined, factories too. */
    Set<String> pids() {
        return Set.copyOf(index.keySet());
    }

    /** Most bundles define nothing: a glance at their entries saves time at start-up. */
    private void add(Bundle bundle) {
        Enumeration<String> documents = bundle.getEntryPaths("OSGI-INF/metatype");
        if (documents == null || bundle.getState() == Bundle.UNINSTALLED) {
            return;
        }
        MetaTypeInformation information = metatype.getMetaTypeInformation(bundle);
        if (information != null) {
            put(information.getPids(), information);
            put(information.getFactoryPids(), information);
            factories.addAll(List.of(Objects.requireNonNullElse(information.getFactoryPids(), new String[0])));
        }
    }

    private void put(String[] pids, MetaTypeInformation information) {
        for (String pid : pids == null ? new String[0] : pids) {
            index.put(pid, information);
        }
    }
}

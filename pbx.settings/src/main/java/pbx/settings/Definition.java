package pbx.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;

/** The settings of a PID as a bundle defines them; none: no bundle does. */
record Definition(Map<String, Setting> settings) {
    static final Definition NONE = new Definition(Map.of());

    static Definition of(ObjectClassDefinition definition) {
        AttributeDefinition[] all = definition.getAttributeDefinitions(ObjectClassDefinition.ALL);
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (AttributeDefinition one : all == null ? new AttributeDefinition[0] : all) {
            settings.put(one.getID(), new Setting(one));
        }
        return new Definition(settings);
    }

    Optional<Setting> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    Set<String> names() {
        return settings.keySet();
    }

    boolean allows(Map<String, Object> values) {
        return Check.ofValues(values, this).wrong().isEmpty();
    }

    Set<String> secrets() {
        return settings.keySet().stream()
                .filter(key -> settings.get(key).secret())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Declarative Services and the console take these for any PID. */
    static boolean common(String key) {
        return key.endsWith(".target")
                || key.endsWith(".cardinality.minimum")
                || key.startsWith("service.")
                || key.startsWith("webconsole.");
    }
}

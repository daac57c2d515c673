package pbx.api.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Judges settings before they are set, by the definitions of the bundles (metatype). For faces that set configurations by
 * another road than {@link Pages}, such as Felix's own form.
 */
@ProviderType
@FunctionalInterface
public interface SettingsCheck {
    /**
     * What is wrong, a line each, for people; empty if nothing is, or nobody has defined that PID. Never blocks for long,
     * never repeats a secret; from any thread.
     *
     * @param pid the configuration's PID; of a factory's configuration the factory's
     * @param values all of it, in any type that Configuration Admin knows
     */
    List<String> objections(String pid, Map<String, Object> values);

    /**
     * The names of the settings that their definition calls secret (PASSWORD), whatever they sound like: their values MUST NOT
     * be shown, logged or noted anywhere. Empty where nobody has defined that PID. Never blocks for long; from any thread.
     *
     * @param pid as above
     */
    default Set<String> secrets(String pid) {
        return Set.of();
    }
}

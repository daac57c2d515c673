package pbx.api.settings;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The platform's settings, for faces that draw them. The definitions are the bundles' own (metatype), so every face shows the
 * same ones. No method blocks; stages complete on a thread of the provider and MUST NOT be blocked on it.
 */
@ProviderType
public interface Pages {
    /**
     * Every page, ordered by title; each configuration of a factory has one, and the factory a template.
     *
     * @param language a language tag such as {@code de}; texts that a bundle has not translated are English
     */
    CompletionStage<List<Page>> list(String language);

    /**
     * Changes settings; what is not in {@code values} stays as it is, and an empty value goes back to the default. Completes
     * when the configuration is set; who is configured hears of it after that. Fails with INVALID, and changes nothing, when
     * a value is not acceptable: the message says which and what is expected, and never repeats a secret. So it does when an
     * account's server is another and a secret that is stored for it is not among the values.
     *
     * @param pid the page's; a PID without a configuration gets one
     * @param name the page's; a new name makes a new configuration of the factory
     */
    CompletionStage<Void> change(String pid, String name, Map<String, String> values);

    /** Removes a configuration: the thing falls back to its defaults, or is gone where a factory made it. */
    CompletionStage<Void> remove(String pid, String name);
}

package pbx.plugins;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.plugin.Use;

/** What the configuration denies, by plugin; {@code *} is every plugin. */
record Denials(Map<String, Set<Use>> byName) {
    static final Denials NONE = new Denials(Map.of());

    private static final Logger LOG = LoggerFactory.getLogger(Denials.class);

    static Denials of(String... lines) {
        Map<String, Set<Use>> byName = new HashMap<>();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+", -1);
            try {
                byName.computeIfAbsent(words[0], name -> EnumSet.noneOf(Use.class))
                        .add(Use.valueOf(words[words.length - 1].toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                LOG.error(
                        "pbx.plugins, denied: \"{}\" is not NAME and one of {}; it denies nothing",
                        Plain.text(line),
                        Set.of(Use.values()));
            }
        }
        return new Denials(Map.copyOf(byName));
    }

    /** @param plugin whether a bundle of this name was deployed */
    boolean denies(String bundle, Use use, Predicate<String> plugin) {
        return byName.getOrDefault(bundle, Set.of()).contains(use)
                || (byName.getOrDefault("*", Set.of()).contains(use) && plugin.test(bundle));
    }
}

package pbx.plugins;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pbx.api.plugin.Use;

/** Reads from a manifest what a plugin uses: bnd writes the services that its components offer and want. */
final class Uses {
    /** Commas outside of quotes. */
    private static final String CLAUSES = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    private static final Pattern SERVICE = Pattern.compile("pbx\\.api\\.[a-z]+\\.([A-Z]\\w*)");
    private static final Map<String, Use> BY_SERVICE = Map.of(
            "Presences", Use.PRESENCE,
            "PresenceListener", Use.PRESENCE,
            "CallListener", Use.CALLS,
            "Calls", Use.CONTROL,
            "Media", Use.AUDIO,
            "MediaListener", Use.AUDIO,
            "Connection", Use.CONNECTION,
            "ConnectionListener", Use.CONNECTION,
            "MessageListener", Use.CONNECTION);

    private Uses() {}

    /** The simple names of the services of {@code pbx.api} that it names. */
    static Set<String> services(Attributes manifest) {
        Set<String> services = new TreeSet<>();
        for (String header : new String[] {"Provide-Capability", "Require-Capability"}) {
            String value = manifest.getValue(header);
            Arrays.stream(value == null ? new String[0] : value.split(CLAUSES, -1))
                    .filter(clause -> clause.strip().startsWith("osgi.service"))
                    .flatMap(clause -> SERVICE.matcher(clause).results())
                    .forEach(found -> services.add(found.group(1)));
        }
        return services;
    }

    static Set<Use> of(Set<String> services) {
        return services.stream()
                .map(BY_SERVICE::get)
                .filter(use -> use != null)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Use.class)));
    }
}

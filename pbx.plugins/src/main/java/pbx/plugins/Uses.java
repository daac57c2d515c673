package pbx.plugins;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
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
    private static final Map<Use, Set<String>> SERVICES = Map.of(
            Use.PRESENCE,
            Set.of("Presences", "PresenceListener", "PersonAction"),
            Use.CALLS,
            Set.of("CallListener", "CallAction"),
            Use.CONTROL,
            Set.of("Calls"),
            Use.AUDIO,
            Set.of(
                    "Media",
                    "MediaListener",
                    "Taps",
                    "Recordings",
                    "Devices",
                    "DeviceListener",
                    "DigitListener",
                    "Qualities",
                    "QualityListener"),
            Use.CONNECTION,
            Set.of("Connection", "ConnectionListener", "MessageListener"),
            Use.MESSAGES,
            Set.of("History", "HistoryListener", "Voicemails", "VoicemailListener", "Chats", "ChatListener"),
            Use.ADMINISTRATION,
            Set.of(
                    "Admission",
                    "ConnectionTest",
                    "Deliveries",
                    "Health",
                    "Pages",
                    "PluginListener",
                    "Plugins",
                    "SettingsCheck",
                    "Shutdown",
                    "Support",
                    "Tokens",
                    "WebSockets",
                    "Wire"));
    /** What anybody may use or offer: nothing of anybody is learned or changed by it. */
    static final Set<String> FREE = Set.of("Numbers", "Readiness", "View");
    /** Nobody refuses these to one plugin, be they used or offered: beside these all of ADMINISTRATION. */
    private static final Set<String> SHARED = Set.of("Connection", "Qualities", "CallAction", "PersonAction");

    private static final Map<String, Use> BY_SERVICE = byService();

    private Uses() {}

    private static Map<String, Use> byService() {
        Map<String, Use> uses = new HashMap<>();
        SERVICES.forEach((use, services) -> services.forEach(service -> uses.put(service, use)));
        return Map.copyOf(uses);
    }

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

    /** Whether something is known of the service: a new one of {@code pbx.api} must not be forgotten here. */
    static boolean known(String service) {
        return BY_SERVICE.containsKey(service) || FREE.contains(service);
    }

    /** Of the services those that nobody refuses when they are used, so that whoever is denied them must not run. */
    static Set<String> unrefusable(Set<String> services, Set<Use> denied) {
        return services.stream()
                .filter(BY_SERVICE::containsKey)
                .filter(service -> denied.contains(BY_SERVICE.get(service)))
                .filter(service -> SHARED.contains(service) || BY_SERVICE.get(service) == Use.ADMINISTRATION)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package pbx.console.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which role a request needs (decision 6). What is not named here, Felix's own pages and those of anybody's plugins, is the
 * administrator's, for reading too: they show framework properties, threads and configurations.
 */
public final class Access {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern FRAMEWORK =
            Pattern.compile("/+bundles/+([+-]?0+|(org\\.apache\\.felix\\.framework|system\\.bundle)(:[^/]*)?)(/.*)?");

    private record Rule(Role toRead, Role toChange) {}

    private static final Rule OTHERS = new Rule(Role.ADMINISTRATOR, Role.ADMINISTRATOR);

    /** By label. A page that changes nothing is there to be read alone; its servlet has no doPost. */
    private static final Map<String, Rule> PAGES = Map.ofEntries(
            Map.entry("", new Rule(Role.VIEWER, Role.ADMINISTRATOR)),
            Map.entry("res", new Rule(Role.VIEWER, Role.ADMINISTRATOR)),
            Map.entry("logout", new Rule(Role.VIEWER, Role.VIEWER)),
            Map.entry("pbx", new Rule(Role.VIEWER, Role.ADMINISTRATOR)),
            Map.entry("pbxcalls", new Rule(Role.VIEWER, Role.OPERATOR)),
            Map.entry("pbxhistory", new Rule(Role.VIEWER, Role.ADMINISTRATOR)),
            Map.entry("pbxplugins", new Rule(Role.OPERATOR, Role.ADMINISTRATOR)),
            Map.entry("pbxviews", new Rule(Role.VIEWER, Role.OPERATOR)),
            Map.entry("pbxaccounts", new Rule(Role.ADMINISTRATOR, Role.ADMINISTRATOR)),
            Map.entry("pbxrecordings", new Rule(Role.ADMINISTRATOR, Role.ADMINISTRATOR)),
            Map.entry("pbxwire", new Rule(Role.ADMINISTRATOR, Role.ADMINISTRATOR)),
            Map.entry("pbxplatform", new Rule(Role.ADMINISTRATOR, Role.ADMINISTRATOR)),
            Map.entry("pbxaudit", new Rule(Role.ADMINISTRATOR, Role.ADMINISTRATOR)),
            Map.entry("pbxusers", new Rule(Role.VIEWER, Role.VIEWER)));

    private Access() {}

    /** Empty: nobody may do that. */
    static Optional<Role> needed(HttpServletRequest request) {
        String label = Root.label(request);
        if (dumps(request, label) || stops(request)) {
            return Optional.empty();
        }
        Rule rule = PAGES.getOrDefault(label, OTHERS);
        if (!changes(request)) {
            return Optional.of(rule.toRead());
        }
        boolean known = PAGES.containsKey(label) && !request.getMethod().equals("POST") && !query(request);
        return known ? Optional.empty() : Optional.of(rule.toChange());
    }

    /**
     * The dump of all components, and that of everything, which contains it: they print configurations with their passwords
     * as they are. A dump of one thing has no further step in its path.
     */
    private static boolean dumps(HttpServletRequest request, String label) {
        boolean further = request.getPathInfo() != null
                && request.getPathInfo().replaceFirst("^/+[^/]+", "").matches("/+(?!res/).+");
        return label.startsWith("status-scr") || (label.startsWith("status-") && further);
    }

    /** Whether he may look at a page of ours. */
    public static boolean reads(Visitor visitor, String label) {
        return visitor.may(PAGES.getOrDefault(label, OTHERS).toRead());
    }

    /**
     * Felix's own ways to take the whole platform down, which ask nobody: any POST to {@code vmstat} but the one for garbage
     * collection stops it, or lowers the start level; the framework itself is one of the bundles, by its number or its name.
     */
    static boolean stops(HttpServletRequest request) {
        String label = Root.label(request);
        return changes(request)
                && (label.equals("vmstat")
                        ? !"gc".equals(request.getParameter("action"))
                        : label.equals("bundles")
                                && FRAMEWORK.matcher(request.getPathInfo()).matches());
    }

    /** Our own pages say themselves what was done on them. */
    static boolean ours(HttpServletRequest request) {
        return PAGES.containsKey(Root.label(request));
    }

    /** Felix's configuration page takes a GET with post=true for a POST. */
    static boolean changes(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) || query(request);
    }

    private static boolean query(HttpServletRequest request) {
        return READING.contains(request.getMethod()) && request.getParameter("post") != null;
    }
}

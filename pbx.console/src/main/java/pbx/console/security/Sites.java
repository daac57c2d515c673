package pbx.console.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses what another site's page makes the browser ask here: the browser adds the password by itself (cross-site request
 * forgery). A program that is no browser sends neither Origin nor Sec-Fetch-Site; it needs the password each time.
 */
final class Sites {
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private Sites() {}

    static boolean foreign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean foreignSite = site != null && !OWN.contains(site);
        if (!Access.changes(request)) {
            return foreignSite && !followedLink(request);
        }
        String origin = request.getHeader("Origin");
        boolean foreignOrigin = origin != null && !own(origin, request);
        return foreignSite || foreignOrigin;
    }

    /** The browser itself says that one of our own pages sent this. A page of another site cannot make it say so. */
    static boolean own(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null
                ? "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                : own(origin, request) && !foreign(request);
    }

    /** A link from elsewhere may open a page; nothing else from elsewhere may read or load anything. */
    private static boolean followedLink(HttpServletRequest request) {
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    /** Another port of the same machine is another origin; "null", a page without one, is foreign too. */
    private static boolean own(String origin, HttpServletRequest request) {
        try {
            URI uri = URI.create(origin);
            return request.getScheme().equalsIgnoreCase(uri.getScheme())
                    && request.getServerName().equalsIgnoreCase(uri.getHost())
                    && request.getServerPort() == port(uri);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
    }
}

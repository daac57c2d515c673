package pbx.console.security;

import jakarta.servlet.http.HttpServletRequest;

/** Where the console is, as {@code authenticate} sees it: the Web Console's wrapper has corrected the paths. */
final class Root {
    private Root() {}

    /** For example {@code /system/console}. */
    static String of(HttpServletRequest request) {
        return request.getContextPath() + request.getServletPath();
    }

    /** The first step below it, which is the page's label; empty for the console itself. */
    static String label(HttpServletRequest request) {
        String path = request.getPathInfo();
        String rest = path == null ? "" : path.replaceFirst("^/+", "");
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }
}

package pbx.console.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/** The browser's half of a session. Cookies ignore ports: the name is not that of a PBX's on the same machine. */
final class SessionCookie {
    static final String NAME = "pbx-console";

    private SessionCookie() {}

    static Optional<String> of(HttpServletRequest request) {
        return named(request, NAME);
    }

    static Optional<String> named(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    static void give(HttpServletRequest request, HttpServletResponse response, String id) {
        response.addHeader("Set-Cookie", text(request, id, ""));
    }

    static void take(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Set-Cookie", text(request, "", "; Max-Age=0"));
    }

    /** For no script, no other site, no other path, and on no plain wire when it was given on a secure one. */
    private static String text(HttpServletRequest request, String id, String more) {
        String secure = request.isSecure() ? "; Secure" : "";
        return NAME + "=" + id + "; Path=" + Root.of(request) + "; HttpOnly; SameSite=Strict" + secure + more;
    }
}

package pbx.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import pbx.console.html.LoginPage;

/** The log-in page, and what it sends. */
final class Entrance {
    static final String LABEL = "login";
    private static final int TOO_MANY_REQUESTS = 429;

    private final Door door;
    private final Trail trail;

    Entrance(Door door, Trail trail) {
        this.door = door;
        this.trail = trail;
    }

    /** For who came without a session: people see the form, programs a line. */
    void ask(HttpServletRequest request, HttpServletResponse response) {
        String accept = request.getHeader("Accept");
        if (accept != null && accept.contains("text/html") && !Access.changes(request)) {
            show(request, response, HttpServletResponse.SC_UNAUTHORIZED, target(request), "");
        } else {
            Refusal.text(response, HttpServletResponse.SC_UNAUTHORIZED, "Log in at " + Root.of(request) + " first.");
        }
    }

    /** The form was sent. Our own page must have sent it: nobody is logged in behind his back, either. */
    void enter(HttpServletRequest request, HttpServletResponse response) {
        if (!Sites.own(request)) {
            Refusal.text(response, HttpServletResponse.SC_FORBIDDEN, "Refused: the log-in page did not send this.");
            return;
        }
        String to = text(request, "to");
        Login login = new Login(text(request, "user").strip(), text(request, "password"));
        Optional<User> named = door.named(login);
        Optional<String> known = named.flatMap(user -> KnownBrowser.of(request, user));
        Door.Answer answer = door.knock(known.orElseGet(request::getRemoteAddr), login);
        trail.entered("LOGIN_" + answer.verdict(), login.user(), request);
        switch (answer.verdict()) {
            case WELCOME -> {
                SessionCookie.of(request).ifPresent(door.sessions()::end);
                User user = answer.user().orElseThrow();
                SessionCookie.give(request, response, door.sessions().open(user));
                KnownBrowser.remember(request, response, user);
                Refusal.redirect(response, safe(request, to));
            }
            case WRONG -> show(request, response, HttpServletResponse.SC_UNAUTHORIZED, to, "Wrong user or password.");
            case LOCKED_OUT -> {
                response.setHeader("Retry-After", "60");
                show(request, response, TOO_MANY_REQUESTS, to, "Too many wrong passwords. Try again in a minute.");
            }
        }
    }

    private static void show(
            HttpServletRequest request, HttpServletResponse response, int status, String to, String problem) {
        response.setHeader("Content-Security-Policy", LoginPage.POLICY);
        Refusal.page(response, status, LoginPage.render(Root.of(request) + "/" + LABEL, to, problem));
    }

    private static String target(HttpServletRequest request) {
        return request.getMethod().equals("GET") ? request.getRequestURI() : "";
    }

    /** Only a page of this console: the form's text is anybody's. */
    private static String safe(HttpServletRequest request, String to) {
        String root = Root.of(request);
        boolean ours = to.startsWith(root + "/")
                && to.matches("[A-Za-z0-9/._~%+-]+")
                && !to.contains("//")
                && !to.contains("..")
                && !to.endsWith("/logout")
                && !to.endsWith("/" + LABEL);
        return ours ? to : root + "/" + ConsoleSecurity.START;
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}

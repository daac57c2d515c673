package pbx.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.apache.felix.webconsole.spi.ConfigurationHandler;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Guards every request of the Web Console. The framework property {@code felix.webconsole.security.providers=pbx.console} MUST
 * be set: the console then serves nothing while this is not here, and its own user and password are off.
 *
 * <p>In this order: the wire is safe, no other site's page sent it, somebody is logged in (a browser by a session, a program
 * by HTTP Basic, for which nobody is asked), a change comes from our own page, his role allows it.
 *
 * <p>Nobody comes in while there is nobody to check and note what is set in the console's own forms (pbx.console.settings).
 */
@Component(
        immediate = true,
        reference =
                @Reference(
                        name = "guard",
                        service = ConfigurationHandler.class,
                        target = "(component.name=pbx.console.settings.Guard)"),
        property = {SecurityProvider.PROPERTY_ID + "=" + ConsoleSecurity.ID, "service.ranking:Integer=1000"})
public final class ConsoleSecurity implements SecurityProvider {
    static final String ID = "pbx.console";
    static final String START = "pbx";

    private final Sessions sessions;
    private final Entrance entrance;
    private final Door door;
    private final Caller caller;
    private final Trail trail;

    @Activate
    public ConsoleSecurity(@Reference Door door, @Reference Trail trail) {
        this.door = door;
        this.sessions = door.sessions();
        this.entrance = new Entrance(door, trail);
        this.caller = trail.caller();
        this.trail = trail;
    }

    @Override
    public Object authenticate(HttpServletRequest request, HttpServletResponse response) {
        caller.isNobody();
        Headers.harden(request, response);
        if (!Wire.safe(request)) {
            return refuse(
                    response,
                    "Refused: this wire is not encrypted. From another machine use https"
                            + " (configuration pbx.console.tls); on this machine use localhost.");
        }
        if (Sites.foreign(request)) {
            return refuse(response, "Refused: this request came from another site.");
        }
        if (Root.label(request).equals(Entrance.LABEL) && request.getMethod().equals("POST")) {
            entrance.enter(request, response);
            return null;
        }
        Optional<Session> session = SessionCookie.of(request).flatMap(sessions::find);
        return session.isPresent() ? inSession(session.get(), request, response) : withPassword(request, response);
    }

    private Object inSession(Session session, HttpServletRequest request, HttpServletResponse response) {
        boolean ours = Sites.own(request) || session.token.equals(request.getHeader("X-Pbx-Token"));
        if (Access.changes(request) && !ours) {
            return refuse(response, "Refused: it cannot be seen that this console's own page sent this.");
        }
        // an event stream is opened by the page itself, again and again: nobody need be there
        if (!request.getRequestURI().endsWith("/events")) {
            sessions.use(session);
        }
        User user = session.user;
        return admit(
                new Visitor(user.name(), user.role(), session.token, () -> sessions.good(session)), request, response);
    }

    private Object withPassword(HttpServletRequest request, HttpServletResponse response) {
        Optional<Login> login = Login.parse(request.getHeader("Authorization"));
        if (login.isEmpty()) {
            entrance.ask(request, response);
            return null;
        }
        Door.Answer answer = door.knock(request.getRemoteAddr(), login.get());
        return switch (answer.verdict()) {
            case WELCOME -> {
                User user = answer.user().orElseThrow();
                yield admit(new Visitor(user.name(), user.role(), "", () -> true), request, response);
            }
            case WRONG -> {
                Refusal.text(response, HttpServletResponse.SC_UNAUTHORIZED, "Wrong user or password.");
                yield null;
            }
            case LOCKED_OUT -> {
                response.setHeader("Retry-After", "60");
                Refusal.text(response, 429, "Too many wrong passwords. Try again in a minute.");
                yield null;
            }
        };
    }

    private Object admit(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        Optional<Role> needed = Access.needed(request);
        if (needed.isEmpty()) {
            trail.refused(visitor, request);
            Refusal.text(
                    response,
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    Access.stops(request)
                            ? "Refused here: the page Platform (menu PBX) stops the platform, and asks first."
                            : "Nobody may do that on this page.");
            return null;
        }
        if (!visitor.may(needed.get())) {
            trail.refused(visitor, request);
            return refuse(
                    response,
                    "Refused: this needs the role " + needed.get().word() + "; " + visitor.name() + " has the role "
                            + visitor.role().word() + ".");
        }
        if (Root.label(request).isEmpty()) {
            Refusal.redirect(response, Root.of(request) + "/" + START);
            return null;
        }
        caller.is(visitor);
        if (Access.changes(request) && !Access.ours(request)) {
            trail.requested(visitor, request);
        }
        request.setAttribute("org.osgi.service.http.authentication.remote.user", visitor.name());
        return visitor;
    }

    /** Pages of others may ask by our roles' names; of another role nothing is known here. */
    @Override
    public boolean authorize(Object user, String role) {
        return user instanceof Visitor visitor && visitor.may(Role.of(role).orElse(Role.ADMINISTRATOR));
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response) {
        trail.entered("LOGOUT", caller.words(), request);
        SessionCookie.of(request).ifPresent(sessions::end);
        SessionCookie.take(request, response);
        Refusal.redirect(response, Root.of(request) + "/" + START);
    }

    private static Object refuse(HttpServletResponse response, String words) {
        Refusal.text(response, HttpServletResponse.SC_FORBIDDEN, words);
        return null;
    }
}

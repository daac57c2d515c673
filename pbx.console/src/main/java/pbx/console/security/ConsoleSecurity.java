package pbx.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards every page of the Web Console. The framework property {@code felix.webconsole.security.providers=pbx.console} MUST
 * be set: the console then serves nothing while this is not here, and its own user and password are off.
 */
@Component(
        immediate = true,
        property = {SecurityProvider.PROPERTY_ID + "=" + ConsoleSecurity.ID, "service.ranking:Integer=1000"})
public final class ConsoleSecurity implements SecurityProvider {
    static final String ID = "pbx.console";
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleSecurity.class);
    private static final Path FILE = Path.of("data", "console", "password");
    private static final int TOO_MANY_REQUESTS = 429;

    private final Door door;

    @Activate
    public ConsoleSecurity() throws IOException {
        this(new Door(password(), Clock.systemUTC()));
    }

    ConsoleSecurity(Door door) {
        this.door = door;
    }

    /** Logged here: what the component runtime says of a failed constructor goes where no administrator looks. */
    private static PasswordHash password() throws IOException {
        try {
            return new PasswordFile(FILE).open(System.err::println);
        } catch (IOException problem) {
            LOG.error(problem.getMessage());
            throw problem;
        }
    }

    @Override
    public Object authenticate(HttpServletRequest request, HttpServletResponse response) {
        harden(response);
        if (Sites.foreign(request)) {
            return refuse(response, HttpServletResponse.SC_FORBIDDEN, "Refused: this request came from another site.");
        }
        Optional<Login> login = Login.parse(request.getHeader("Authorization"));
        if (login.isEmpty()) {
            return ask(response);
        }
        return switch (door.knock(request.getRemoteAddr(), login.get())) {
            case WELCOME -> welcome(request);
            case WRONG -> ask(response);
            case LOCKED_OUT -> lockedOut(response);
        };
    }

    /** There is one user, and he may do everything. */
    @Override
    public boolean authorize(Object user, String role) {
        return Door.USER.equals(user);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response) {
        door.forget();
    }

    /** For all pages of the console, so only what none of them minds. The referrer policy keeps Origin in its forms. */
    private static void harden(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static String welcome(HttpServletRequest request) {
        request.setAttribute("org.osgi.service.http.authentication.remote.user", Door.USER);
        request.setAttribute("org.osgi.service.http.authentication.type", HttpServletRequest.BASIC_AUTH);
        return Door.USER;
    }

    private static Object ask(HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"PBX web console\", charset=\"UTF-8\"");
        return refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "The web console needs its user and password.");
    }

    private static Object lockedOut(HttpServletResponse response) {
        response.setHeader("Retry-After", "60");
        return refuse(response, TOO_MANY_REQUESTS, "Too many wrong passwords. Try again in a minute.");
    }

    private static Object refuse(HttpServletResponse response, int status, String words) {
        byte[] body = (words + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            response.setStatus(status);
            response.setContentType("text/plain;charset=UTF-8");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.flushBuffer();
        } catch (IOException gone) {
            LOG.debug("the client did not wait to be refused", gone);
        }
        return null;
    }
}

package pbx.rest.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pbx.api.access.Token;
import pbx.api.access.Tokens;
import pbx.rest.RestConfig;
import pbx.rest.access.RateLimit;

/**
 * Who comes in, and how often. There is no cookie and no login that a browser would add by itself, so another site's page can
 * do nothing here without a token (no cross-site request forgery).
 */
final class Door {
    private static final double WRONG_A_SECOND = 0.2;
    private static final int WRONG_AT_ONCE = 10;

    private final Tokens tokens;
    private final List<String> origins;
    private final RateLimit requests;
    private final RateLimit wrong = new RateLimit(WRONG_A_SECOND, WRONG_AT_ONCE, System::nanoTime);

    Door(Tokens tokens, RestConfig config) {
        this.tokens = tokens;
        this.origins = List.of(config.origins());
        this.requests = new RateLimit(config.rate(), config.burst(), System::nanoTime);
    }

    Token enter(HttpServletRequest request, HttpServletResponse response) throws Problem {
        if (!request.isSecure() && !loopback(request.getRemoteAddr())) {
            throw new Problem(403, "plain-text", "a token is not taken in plain text from another machine: use https");
        }
        Optional<Token> token = tokens.check(request.getHeader("Authorization"));
        if (token.isPresent()) {
            wait(requests.take(token.get().name()), response, "this token asks too often");
            return token.get();
        }
        wait(wrong.take(request.getRemoteAddr()), response, "too many requests without a valid token");
        response.setHeader("WWW-Authenticate", "Bearer realm=\"pbx\"");
        throw new Problem(401, "unauthorized", "send Authorization: Bearer TOKEN; the platform's pbx:token makes one");
    }

    private static void wait(Optional<Duration> time, HttpServletResponse response, String why) throws Problem {
        if (time.isPresent()) {
            long seconds = time.get().toSeconds() + 1;
            response.setHeader("Retry-After", Long.toString(seconds));
            throw new Problem(429, "too-many-requests", why + ": wait " + seconds + " s");
        }
    }

    /** What every response says, and what one to a page of a configured origin says beside it. */
    void dress(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Vary", "Origin");
        if (welcome(request)) {
            response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
            response.setHeader("Access-Control-Expose-Headers", "Retry-After");
        } else {
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        }
    }

    /** A browser asks before it sends another origin's request. */
    Reply preflight(HttpServletRequest request, HttpServletResponse response) throws Problem {
        if (!welcome(request)) {
            throw new Problem(403, "foreign-origin", "this page's origin is not among the setting origins of pbx.rest");
        }
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
        response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID");
        response.setHeader("Access-Control-Max-Age", "600");
        return new Reply(204, Map.of());
    }

    private boolean welcome(HttpServletRequest request) {
        return origins.contains(String.valueOf(request.getHeader("Origin")));
    }

    /** The address is a literal, so nothing is looked up. */
    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noLiteral) {
            return false;
        }
    }
}

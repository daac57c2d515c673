package pbx.health.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pbx.api.access.Role;
import pbx.api.access.Tokens;

/**
 * Who may look: everybody on this machine, and with a viewer's token over TLS whoever comes from elsewhere.
 *
 * <p>"On this machine" is not the sender's address alone. A proxy here forwards others' requests, and says so; a browser here
 * may be sent by a page of anywhere whose name was made to point at this machine (DNS rebinding), and names that in Host.
 */
final class Guard {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "[0:0:0:0:0:0:0:1]");

    private Guard() {}

    /** 0: come in; else the status to refuse with. */
    static int refuses(HttpServletRequest request, Optional<Tokens> tokens) {
        if (local(request)) {
            return 0;
        }
        if (!request.isSecure() && !loopback(request.getRemoteAddr())) {
            return 403; // a token in plain text is everybody's
        }
        return tokens.flatMap(t -> t.check(request.getHeader("Authorization")))
                        .filter(token -> token.role().includes(Role.VIEWER))
                        .isPresent()
                ? 0
                : 401;
    }

    private static boolean local(HttpServletRequest request) {
        return loopback(request.getRemoteAddr())
                && HOSTS.contains(request.getServerName())
                && Stream.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via")
                        .allMatch(header -> request.getHeader(header) == null);
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

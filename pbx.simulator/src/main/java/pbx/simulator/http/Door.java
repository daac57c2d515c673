package pbx.simulator.http;

import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import pbx.simulator.exchange.Exchange;

/** {@code /websocket?domain=&user=}: who may open a socket. The codes of a refusal are a choice [I], for none is documented. */
final class Door {
    private final Sessions sessions;
    private final OpenSockets open;

    Door(Sessions sessions, OpenSockets open) {
        this.sessions = sessions;
        this.open = open;
    }

    /** @return the status of the refusal, or 0 when the upgrade has taken over */
    int open(ServerWebSocketContainer sockets, Request request, Response response, Callback callback, String session) {
        Fields query = Request.extractQueryParameters(request);
        String user = text(query, "user");
        Optional<Identity> identity = sessions.session(session);
        if (identity.isEmpty()) {
            return 401;
        }
        Optional<Exchange> tenant = sessions.tenant(text(query, "domain"));
        if (tenant.isEmpty()) {
            return 404;
        }
        Exchange exchange = tenant.get();
        if (!identity.get().within(exchange.domain()).mayActFor(user)) {
            return 403;
        }
        if (!exchange.knows(user)) {
            return 404;
        }
        boolean taken =
                sockets.upgrade((ask, answer, done) -> new Socket(exchange, user, open), request, response, callback);
        return taken ? 0 : 426;
    }

    private static String text(Fields query, String name) {
        String value = query.getValue(name);
        return value == null ? "" : value;
    }
}

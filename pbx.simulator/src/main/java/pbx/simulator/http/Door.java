package pbx.simulator.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import pbx.simulator.exchange.Exchange;

/** {@code /websocket?domain=&user=}: who may open a socket. The codes of a refusal are a choice [I], for none is documented. */
final class Door {
    private final Exchange exchange;
    private final Login login;

    Door(Exchange exchange, Login login) {
        this.exchange = exchange;
        this.login = login;
    }

    /** @return the status of the refusal, or 0 when the upgrade has taken over */
    int open(ServerWebSocketContainer sockets, Request request, Response response, Callback callback, String session) {
        Fields query = Request.extractQueryParameters(request);
        String user = text(query, "user");
        var rights = login.session(session);
        if (rights.isEmpty()) {
            return 401;
        }
        if (!exchange.domain().equals(text(query, "domain"))) {
            return 404;
        }
        if (!rights.get().mayActFor(user)) {
            return 403;
        }
        if (!exchange.knows(user)) {
            return 404;
        }
        boolean taken = sockets.upgrade((ask, answer, done) -> new Socket(exchange, user), request, response, callback);
        return taken ? 0 : 426;
    }

    private static String text(Fields query, String name) {
        String value = query.getValue(name);
        return value == null ? "" : value;
    }
}

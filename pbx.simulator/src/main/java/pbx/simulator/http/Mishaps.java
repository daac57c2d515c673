package pbx.simulator.http;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that never reach a handler; they too say which version this is. */
final class Mishaps extends ErrorHandler {
    private final String server;

    /** @param server the {@code Server} header */
    Mishaps(String server) {
        this.server = server;
        setShowStacks(false);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put("Server", server);
        return super.handle(request, response, callback);
    }
}

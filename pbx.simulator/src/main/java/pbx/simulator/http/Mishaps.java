package pbx.simulator.http;

import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that never reach a handler; they too say which version this is. */
final class Mishaps extends ErrorHandler {
    private final Supplier<String> version;

    /** @param version what the {@code Server} header says */
    Mishaps(Supplier<String> version) {
        this.version = version;
        setShowStacks(false);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        response.getHeaders().put("Server", version.get());
        return super.handle(request, response, callback);
    }
}

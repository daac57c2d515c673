package pbx.simulator.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Cross-origin pages at the session resource. As observed: a preflight is refused, a simple request is taken, its origin
 * reflected and credentials allowed. No other resource says anything about origins [I].
 */
final class Origins {
    private Origins() {}

    static void reflect(Request request, Response response) {
        String origin = request.getHeaders().get("Origin");
        if (origin != null && !request.getMethod().equals("OPTIONS")) {
            HttpFields.Mutable headers = response.getHeaders();
            headers.put("Access-Control-Allow-Origin", origin).put("Access-Control-Allow-Credentials", "true");
            headers.put("Vary", "Origin");
        }
    }
}

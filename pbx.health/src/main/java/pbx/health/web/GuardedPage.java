package pbx.health.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import pbx.api.access.Tokens;

/** A page that can be read, by whom {@link Guard} lets in, and nothing else. */
abstract class GuardedPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final transient AtomicReference<Tokens> tokens = new AtomicReference<>();

    abstract void show(HttpServletRequest request, HttpServletResponse response) throws IOException;

    void use(Tokens service) {
        tokens.set(service);
    }

    void forget(Tokens service) {
        tokens.compareAndSet(service, null);
    }

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!READING.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            refuse(request, response, 405, "this can be read only: use GET");
            return;
        }
        switch (Guard.refuses(request, Optional.ofNullable(tokens.get()))) {
            case 0 -> show(request, response);
            case 403 -> refuse(request, response, 403, "a token is not taken in plain text: use https");
            default -> {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"pbx\"");
                refuse(
                        request,
                        response,
                        401,
                        "a token is needed: Authorization: Bearer TOKEN (make one by pbx:token)");
            }
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String words)
            throws IOException {
        Answer.send(request, response, status, "text/plain; charset=utf-8", words + "\n");
    }
}

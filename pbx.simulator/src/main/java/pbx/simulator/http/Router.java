package pbx.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads a request to its resource. */
final class Router extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final int MOST_BODY = 64 * 1024;

    private static final List<String> SESSION = List.of("rest", "system", "session");

    private final SessionResource session;
    private final Tenants tenants;
    private final Door door;
    private final ControlResource control;
    private final ServerWebSocketContainer sockets;

    Router(
            SessionResource session,
            Tenants tenants,
            Door door,
            ControlResource control,
            ServerWebSocketContainer sockets) {
        this.control = control;
        this.session = session;
        this.tenants = tenants;
        this.door = door;
        this.sockets = sockets;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<List<String>> path = path(request.getHttpURI().getPath());
        if (path.isEmpty()) {
            write(response, callback, Reply.status(400));
        } else if (path.get().equals(List.of("websocket"))) {
            int refusal = door.open(sockets, request, response, callback, cookie(request));
            if (refusal != 0) {
                write(response, callback, Reply.status(refusal));
            }
        } else {
            if (path.get().equals(SESSION)) {
                Origins.reflect(request, response);
            }
            rest(request, path.get()).whenComplete((reply, error) -> {
                LOG.debug("{} {}", request.getMethod(), reply == null ? "failed" : reply.status());
                write(response, callback, error == null ? reply : Reply.status(400));
            });
        }
        return true;
    }

    private CompletableFuture<Reply> rest(Request request, List<String> path) {
        CompletableFuture<byte[]> body = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(request, MOST_BODY, Promise.Invocable.toPromise(body));
        boolean trusted = ControlResource.trusts(request);
        return body.thenCompose(bytes -> reply(
                trusted,
                new Ask(
                        request.getMethod(),
                        path,
                        cookie(request),
                        header(request.getHeaders(), HttpHeader.AUTHORIZATION),
                        request.isSecure(),
                        query(request),
                        new String(bytes, StandardCharsets.UTF_8))));
    }

    private CompletableFuture<Reply> reply(boolean trusted, Ask ask) {
        List<String> path = ask.path();
        if (path.isEmpty()) {
            return CompletableFuture.completedFuture(Reply.text("embedded PBX"));
        }
        if (path.get(0).equals("control")) {
            return trusted ? control.reply(ask) : CompletableFuture.completedFuture(Reply.status(403));
        }
        if (path.equals(SESSION)) {
            return CompletableFuture.completedFuture(session.reply(ask));
        }
        return tenants.reply(ask).orElseGet(() -> Reply.now(404));
    }

    private static void write(Response response, Callback callback, Reply reply) {
        response.setStatus(reply.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("Cache-Control", "no-store").put("X-Content-Type-Options", "nosniff");
        if (!reply.cookie().isEmpty()) {
            headers.put(HttpHeader.SET_COOKIE, reply.cookie());
        }
        if (!reply.body().isEmpty()) {
            headers.put(HttpHeader.CONTENT_TYPE, "application/json");
        }
        if (reply.audio().isPresent()) {
            headers.put(HttpHeader.CONTENT_TYPE, "audio/wav");
            response.write(true, reply.audio().get().duplicate(), callback);
            return;
        }
        Content.Sink.write(response, true, reply.body(), callback);
    }

    /** The decoded segments, or nothing if they cannot be decoded. */
    private static Optional<List<String>> path(String raw) {
        try {
            return Optional.of(Arrays.stream(raw.split("/", -1))
                    .filter(segment -> !segment.isEmpty())
                    .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
                    .toList());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Map<String, String> query(Request request) {
        Map<String, String> query = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), field.getValue());
        }
        return query;
    }

    private static String cookie(Request request) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals("session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static String header(HttpFields headers, HttpHeader name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }
}

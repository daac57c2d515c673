package pbx.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import pbx.simulator.wire.Json;

/**
 * A request, free of the server that received it.
 *
 * @param path decoded segments
 * @param session the session cookie, or empty
 * @param authorization the header, or empty
 * @param secure whether it came over TLS
 * @param query the first value of each parameter
 */
record Ask(
        String method,
        List<String> path,
        String session,
        String authorization,
        boolean secure,
        Map<String, String> query,
        String body) {

    /** Empty where there is none. */
    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** The answer to a resource that can only be read. */
    CompletableFuture<Reply> read(Supplier<CompletableFuture<String>> json) {
        return method.equals("GET") ? json.get().thenApply(Reply::json) : Reply.now(405);
    }

    Optional<ObjectNode> json() {
        return Json.object(body);
    }
}

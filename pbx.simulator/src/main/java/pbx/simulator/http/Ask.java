package pbx.simulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import pbx.simulator.wire.Json;

/**
 * A request, free of the server that received it.
 *
 * @param path decoded segments
 * @param session the session cookie, or empty
 * @param authorization the header, or empty
 * @param secure whether it came over TLS
 */
record Ask(String method, List<String> path, String session, String authorization, boolean secure, String body) {

    Optional<ObjectNode> json() {
        return Json.object(body);
    }
}

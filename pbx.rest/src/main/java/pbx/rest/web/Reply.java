package pbx.rest.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import pbx.rest.Json;

/**
 * An answer.
 *
 * @param body a JSON object; empty sends none
 */
record Reply(int status, Map<String, Object> body) {
    static Reply ok(Map<String, Object> body) {
        return new Reply(200, body);
    }

    void send(HttpServletResponse response) throws IOException {
        byte[] bytes = body.isEmpty() ? new byte[0] : Json.write(body).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        if (bytes.length > 0) {
            response.setContentType(status < 400 ? "application/json" : "application/problem+json");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}

package pbx.rest.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import pbx.rest.Json;

/** A request's body: a small JSON object or nothing. */
final class Body {
    static final int MOST_BYTES = 8192;

    private Body() {}

    static Map<String, Object> read(HttpServletRequest request) throws IOException, Problem {
        byte[] bytes = bytes(request);
        if (bytes.length == 0) {
            return Map.of();
        }
        String type = request.getContentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Problem(415, "unsupported-media-type", "send the body as Content-Type: application/json");
        }
        try {
            Map<String, Object> object = Json.read(bytes);
            if (object == null) {
                throw new IOException("null");
            }
            return object;
        } catch (IOException e) { // the message would repeat what the sender wrote
            throw new Problem(400, "invalid", "the body must be one JSON object, such as {\"number\":\"601\"}");
        }
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException, Problem {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLarge();
            }
            return bytes;
        }
    }

    private static Problem tooLarge() {
        return new Problem(413, "content-too-large", "a body may have " + MOST_BYTES + " bytes at most");
    }
}

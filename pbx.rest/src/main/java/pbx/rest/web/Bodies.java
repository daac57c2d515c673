package pbx.rest.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import pbx.api.access.Token;
import pbx.rest.Json;

/**
 * Reads bodies: a small JSON object or nothing. Reading waits for a slow sender and keeps a thread of the web server, so of each
 * token there are a few at a time only.
 */
final class Bodies {
    static final int MOST_BYTES = 8192;
    static final int MOST_AT_ONCE = 5;

    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    Map<String, Object> read(HttpServletRequest request, Token token) throws IOException, Problem {
        Semaphore own = places.computeIfAbsent(token.name(), name -> new Semaphore(MOST_AT_ONCE));
        if (!own.tryAcquire()) {
            throw new Problem(
                    429, "too-many-bodies", "this token is sending " + MOST_AT_ONCE + " bodies already: end them");
        }
        try {
            return object(request, bytes(request));
        } finally {
            own.release();
        }
    }

    private static Map<String, Object> object(HttpServletRequest request, byte[] bytes) throws Problem {
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

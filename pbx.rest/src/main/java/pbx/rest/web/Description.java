package pbx.rest.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** The description of all this for programs (OpenAPI 3.1). It tells no secret, so it needs no token. */
final class Description {
    private Description() {}

    static byte[] bytes() throws IOException {
        try (InputStream in = Description.class.getResourceAsStream("openapi.json")) {
            return in.readAllBytes();
        }
    }

    static void send(HttpServletResponse response) throws IOException {
        byte[] bytes = bytes();
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}

package pbx.console.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers in place of a page. */
final class Refusal {
    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

    private Refusal() {}

    /** In place of reading what was sent: the connection ends with that, and whoever would use it again MUST hear of it. */
    static void text(HttpServletResponse response, int status, String words) {
        response.setHeader("Connection", "close");
        send(response, status, "text/plain;charset=UTF-8", words + "\n");
    }

    static void page(HttpServletResponse response, int status, String html) {
        send(response, status, "text/html;charset=UTF-8", html);
    }

    static void redirect(HttpServletResponse response, String path) {
        response.setHeader("Location", path);
        send(response, HttpServletResponse.SC_SEE_OTHER, "text/plain;charset=UTF-8", "");
    }

    private static void send(HttpServletResponse response, int status, String type, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try {
            response.setStatus(status);
            response.setContentType(type);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.flushBuffer();
        } catch (IOException gone) {
            LOG.debug("the client did not wait to be refused", gone);
        }
    }
}

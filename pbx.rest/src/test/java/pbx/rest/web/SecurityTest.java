package pbx.rest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import pbx.api.access.Role;
import pbx.rest.access.TestTokens;

/** What somebody would try who means harm. Each attempt prints a line. */
class SecurityTest {
    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private TestTokens tokens;
    private Served served;
    private String operator;
    private String viewer;

    @BeforeEach
    void start() throws Exception {
        log.start();
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
        serve(Map.of("rate", 1000, "burst", 1000, "streams", 6));
    }

    private void serve(Map<String, ?> settings) throws Exception {
        tokens = new TestTokens(folder);
        operator = tokens.create(Role.OPERATOR);
        viewer = tokens.create(Role.VIEWER);
        served = new Served(tokens.tokens, settings);
    }

    @AfterEach
    void stop() throws Exception {
        served.close();
        String all = List.copyOf(log.list).toString();
        assertFalse(all.contains(operator) || all.contains(viewer), "a token is in the log");
    }

    @Test
    void withoutAGoodTokenThereIsNothing() throws Exception {
        for (Route route : new Routes(served.office.phone).all()) {
            String path = route.path().replace("{account}", "demo").replace("{call}", "c");
            attempt(
                    route.method() + " " + path + " without a token",
                    served.ask(null, route.method(), path, null),
                    401,
                    429);
        }
        attempt("a made-up token", served.ask("pbx_" + "A".repeat(43), "GET", "/calls", null), 401, 429);
        attempt("a token in the query", served.ask(null, "GET", "/calls?access_token=" + operator, null), 401, 429);
        attempt("and then a good one from the same address", served.ask(operator, "GET", "/calls", null), 200);
        assertEquals(List.of(), served.office.done);
    }

    @Test
    void aViewerChangesNothing() throws Exception {
        for (Route route : new Routes(served.office.phone).all()) {
            String path = route.path().replace("{account}", "demo").replace("{call}", "live");
            HttpResponse<String> answer = served.ask(viewer, route.method(), path, null);
            attempt("viewer: " + route.method() + " " + path, answer, route.role() == Role.VIEWER ? 200 : 403);
        }
        assertEquals(List.of(), served.office.done);
    }

    @Test
    void wrongMethodsTypesAndBodies() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW")) {
            attempt(method + " /calls", raw(method, "/calls", operator), 405);
        }
        String calls = "/accounts/demo/calls";
        attempt("a form", raw("POST", calls, operator, "application/x-www-form-urlencoded", "number=601"), 415);
        attempt("a form by text/plain", raw("POST", calls, operator, "text/plain", "{\"number\":\"601\"}"), 415);
        for (String body : List.of(
                "[]",
                "null",
                "\"x\"",
                "{",
                "{\"number\":\"1\"} x",
                "{\"number\":\"1\",\"number\":\"2\"}",
                "{\"number\":1}",
                "{\"number\":null}",
                "{\"number\":\"\"}",
                "{\"number\":\"1\",\"extra\":true}",
                "{\"number\":\"" + "1".repeat(2000) + "\"}",
                "[".repeat(4000) + "]".repeat(4000),
                "{}")) {
            attempt("body " + shorter(body), raw("POST", calls, operator, "application/json", body), 400);
        }
        attempt("a large body", raw("POST", calls, operator, "application/json", " ".repeat(9000)), 413);
        assertEquals(List.of(), served.office.done);
    }

    @Test
    void traversalAndOversizedRequests() throws Exception {
        for (String path : List.of(
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/calls/..%2f..%2fetc",
                "/calls%00",
                "/calls;x=y/../../z",
                "//calls")) {
            attempt(path, raw("GET", path, operator), 400, 404);
        }
        attempt("100 KiB of path", raw("GET", "/" + "x".repeat(100_000), operator), 414, 431);
        attempt(
                "100 KiB of header",
                served.raw("GET " + Api.ROOT + "/calls HTTP/1.1", "Host: x", "A: " + "x".repeat(100_000), ""),
                431);
    }

    @Test
    void namesOfCallersStayInTheirText() throws Exception {
        for (String path : List.of("/calls", "/presence")) {
            HttpResponse<String> answer = served.ask(viewer, "GET", path, null);
            attempt("hostile names in " + path, answer, 200);
            assertTrue(answer.body().chars().allMatch(c -> c >= ' ' && c < 127), answer.body());
            assertTrue(answer.body().contains("\\r\\nSet-Cookie: a=b\\u0000\\u2028"), answer.body());
            assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        }
        attempt(
                "a number that is a header",
                raw("POST", "/accounts/demo/calls", operator, "application/json", "{\"number\":\"1\\r\\nX: y\"}"),
                201);
        assertEquals(List.of("dial[demo, 1\r\nX: y]"), served.office.done, "which is for call control to judge");
        assertFalse(List.copyOf(log.list).toString().contains("X: y"), "nor is it in the log");
    }

    @Test
    void headersAndOtherOrigins() throws Exception {
        HttpResponse<String> answer = served.ask(viewer, "GET", "/calls", null);
        for (String header : List.of(
                "Cache-Control",
                "X-Content-Type-Options",
                "Content-Security-Policy",
                "Referrer-Policy",
                "Cross-Origin-Resource-Policy")) {
            assertTrue(answer.headers().firstValue(header).isPresent(), header);
        }
        attempt("preflight of a foreign page", preflight("https://evil.example"), 403);
        attempt("preflight of null", preflight("null"), 403);
        served.close();
        serve(Map.of("origins", new String[] {"https://crm.example"}));
        String welcome = preflight("https://crm.example");
        attempt("preflight of the configured page", welcome, 204);
        assertTrue(welcome.contains("Access-Control-Allow-Origin: https://crm.example\r\n"), welcome);
        for (String origin : List.of("https://crm.example.evil", "http://crm.example", "https://CRM.example/")) {
            String refused = preflight(origin);
            attempt("preflight of " + origin, refused, 403);
            assertFalse(refused.contains("Access-Control"), refused);
        }
    }

    @Test
    void whoAsksTooOftenWaits() throws Exception {
        served.close();
        serve(Map.of("rate", 1, "burst", 5));
        List<Integer> statuses = new ArrayList<>();
        HttpResponse<String> last = null;
        // one a second is allowed again: a machine that is slow for a moment may get a few more
        for (int i = 0; i < 20 || (last.statusCode() != 429 && i < 200); i++) {
            last = served.ask(viewer, "GET", "/calls", null);
            statuses.add(last.statusCode());
        }
        attempt("20 requests at once", last, 429);
        assertTrue(last.headers().firstValueAsLong("Retry-After").orElse(0) >= 1);
        assertEquals(List.of(200, 200, 200, 200, 200), statuses.subList(0, 5));
        attempt("another token at the same time", served.ask(operator, "GET", "/calls", null), 200);
    }

    @Test
    void streamsAreBounded() throws Exception {
        List<Socket> open = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            Socket socket = served.connect();
            open.add(socket);
            ask(socket, i % 2 == 0 ? viewer : operator); // all at once: none is answered first
        }
        for (Socket socket : open) {
            refused += answer(socket).startsWith("HTTP/1.1 429") ? 1 : 0;
        }
        System.out.println("attempt: 200 event streams of two tokens, 6 allowed -> " + refused + " refused");
        assertEquals(194, refused);
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Half of them stop in the midst of the headers, half in the midst of the body: nobody else waits for them. */
    @Test
    void slowClientsHoldUpNobody() throws Exception {
        String other = tokens.tokens.create("other", Role.OPERATOR);
        String head =
                "POST " + Api.ROOT + "/accounts/demo/calls HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + operator;
        String rest = "\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{";
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Socket socket = served.connect();
            slow.add(socket);
            socket.getOutputStream().write((i % 2 == 0 ? head : head + rest).getBytes(StandardCharsets.UTF_8));
        }
        attempt("a request beside 400 that never end", served.ask(viewer, "GET", "/calls", null), 200);
        attempt("another token dials", served.ask(other, "POST", "/accounts/demo/calls", "{\"number\":\"1\"}"), 201);
        int cut = 0;
        for (int i = 1; i < 400; i += 2) {
            cut += slow.get(i).getInputStream().available() > 0 ? 1 : 0;
        }
        System.out.println("attempt: 200 bodies of one token that never end -> " + cut + " refused so far");
        assertTrue(cut <= 200 - Bodies.MOST_AT_ONCE, "those that are being read are waited for");
        for (Socket socket : slow) {
            socket.close();
        }
    }

    private static void ask(Socket socket, String token) throws Exception {
        socket.getOutputStream()
                .write(("GET " + Api.ROOT + "/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(Socket socket) throws Exception {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
    }

    private String preflight(String origin) throws Exception {
        return served.raw(
                "OPTIONS " + Api.ROOT + "/calls HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Origin: " + origin,
                "Access-Control-Request-Method: GET",
                "");
    }

    private String raw(String method, String path, String token) throws Exception {
        return served.raw(
                method + " " + Api.ROOT + path + " HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Authorization: Bearer " + token,
                "");
    }

    private String raw(String method, String path, String token, String type, String body) throws Exception {
        return served.raw(
                method + " " + Api.ROOT + path + " HTTP/1.1",
                "Host: x",
                "Connection: close",
                "Authorization: Bearer " + token,
                "Content-Type: " + type,
                "Content-Length: " + body.length(),
                "",
                body);
    }

    private static void attempt(String what, HttpResponse<String> answer, Integer... allowed) {
        attempt(what, "HTTP/1.1 " + answer.statusCode() + " ", allowed);
    }

    private static void attempt(String what, String answer, Integer... allowed) {
        String line = answer.lines().findFirst().orElse("");
        System.out.println("attempt: " + what + " -> " + line.strip());
        assertTrue(
                List.of(allowed).stream().anyMatch(status -> line.startsWith("HTTP/1.1 " + status + " ")),
                what + ": " + answer);
    }

    private static String shorter(String text) {
        return text.length() < 50 ? text : text.substring(0, 20) + "... of " + text.length();
    }
}

package pbx.health.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import pbx.api.access.Role;
import pbx.api.access.Token;
import pbx.api.access.Tokens;
import pbx.health.Busy;
import pbx.health.Fake;
import pbx.health.check.Checks;
import pbx.health.metrics.Metrics;

/** The pages in a real web server, asked as monitors ask, and as people do who should not. */
class PagesTest {
    private static final Tokens TOKENS =
            Fake.of(Tokens.class, Map.of("check", Optional.of(new Token("m", Role.VIEWER))));
    private static final Tokens NO_TOKENS = Fake.of(Tokens.class, Map.of("check", Optional.empty()));
    private static WebServer server;
    private static volatile Result.Status disk = Result.Status.OK;
    private static MetricsPage metrics;

    @BeforeAll
    static void start() throws Exception {
        HealthCheckExecutor executor = (HealthCheckExecutor) Proxy.newProxyInstance(
                HealthCheckExecutor.class.getClassLoader(),
                new Class<?>[] {HealthCheckExecutor.class},
                (self, method, words) -> List.of(result()));
        metrics = new MetricsPage(new Metrics(Busy.platform(), Busy.loops(Busy.platform())));
        metrics.bindTokens(NO_TOKENS);
        server = new WebServer(Map.of("/health", new HealthPage(new Checks(executor)), "/metrics", metrics));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void healthIsSmallJson() throws Exception {
        disk = Result.Status.WARN;
        String answer = server.get("/health", "Host: localhost");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(
                answer.endsWith("{\"status\":\"WARN\",\"checks\":[{\"name\":\"disk\",\"status\":\"WARN\","
                        + "\"message\":\"<b>\\\"full\\\"\"}]}\n"),
                answer);
        assertTrue(answer.contains("application/json"), answer);
    }

    @Test
    void illnessIs503AndTextForWhoAsksForIt() throws Exception {
        disk = Result.Status.CRITICAL;
        String answer = server.get("/health", "Host: localhost", "Accept: text/plain");
        assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
        assertTrue(answer.endsWith("CRITICAL\nCRITICAL disk: <b>\"full\"\n"), answer);
    }

    @Test
    void metricsAreServedAsPrometheusWantsThem() throws Exception {
        String answer = server.get("/metrics", "Host: 127.0.0.1:8080");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("text/plain; version=0.0.4"), answer);
        assertTrue(answer.contains("pbx_account_registered{account=\"demo\"} 1.0\n"), answer);
        assertFalse(server.ask("HEAD", "/metrics", "Host: localhost").contains("pbx_"), "HEAD has no body");
    }

    @Test
    void browsersMayDoNothingWithThePages() throws Exception {
        String answer = server.get("/health", "Host: localhost");
        for (String header : List.of(
                "X-Content-Type-Options: nosniff",
                "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
                "Cache-Control: no-store",
                "Cross-Origin-Resource-Policy: same-origin",
                "Referrer-Policy: no-referrer")) {
            assertTrue(answer.contains(header + "\r\n"), header + " is missing in " + answer);
        }
        assertFalse(answer.contains("Access-Control"), answer);
        assertFalse(answer.contains("Set-Cookie"), answer);
    }

    @Test
    void whoComesThroughAProxyOrByAnotherNameNeedsAToken() throws Exception {
        for (String header : List.of(
                "X-Forwarded-For: 203.0.113.9",
                "Forwarded: for=203.0.113.9",
                "Via: 1.1 proxy",
                "X-Forwarded-Host: a")) {
            attempt(header, 401, server.get("/metrics", "Host: localhost", header));
        }
        attempt("DNS rebinding", 401, server.get("/metrics", "Host: rebound.example"));
        metrics.bindTokens(TOKENS);
        attempt(
                "the same with a token",
                200,
                server.get("/metrics", "Host: rebound.example", "Authorization: Bearer t"));
        metrics.bindTokens(NO_TOKENS);
    }

    @Test
    void attacksAreRefused() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
            String answer = server.ask(method, "/health", "Host: localhost", "X-Canary: canary");
            attempt(method, 405, answer);
            assertFalse(answer.contains("canary"), answer);
        }
        for (String path : List.of("/metrics/../../etc/passwd", "/metrics/%2e%2e/%2e%2e/etc/passwd", "/health;a=b/x")) {
            String answer = server.get(path, "Host: localhost");
            assertFalse(answer.startsWith("HTTP/1.1 200") || answer.contains("root:"), answer);
            System.out.println(
                    "attempt: " + path + " -> " + answer.lines().findFirst().orElse(""));
        }
        attempt("64 KiB of header", 431, server.get("/health", "Host: localhost", "X: " + "x".repeat(65_536)));
    }

    private static void attempt(String what, int status, String answer) {
        String line = answer.lines().findFirst().orElse("");
        System.out.println("attempt: " + what + " -> " + line);
        assertTrue(line.startsWith("HTTP/1.1 " + status + " "), what + ": " + answer);
    }

    private static HealthCheckExecutionResult result() {
        return Fake.of(
                HealthCheckExecutionResult.class,
                Map.of(
                        "getHealthCheckResult",
                        new Result(disk, "<b>\"full\""),
                        "getHealthCheckMetadata",
                        new HealthCheckMetadata(reference())));
    }

    private static ServiceReference<?> reference() {
        return (ServiceReference<?>) Proxy.newProxyInstance(
                PagesTest.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (self, method, words) -> method.getName().equals("getProperty") && words[0].equals("hc.name")
                        ? "disk"
                        : words != null && words[0].equals("service.id") ? 1L : null);
    }
}

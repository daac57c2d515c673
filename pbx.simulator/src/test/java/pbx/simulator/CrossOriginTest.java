package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A page from another port of the same host. */
class CrossOriginTest {
    private static final String SESSION = "/rest/system/session";
    private static final String PAGE = "https://localhost:9443";

    private final Bench bench = new Bench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void aPreflightIsRefused() {
        var answer = bench.ask("OPTIONS", SESSION, "", "Origin", PAGE, "Access-Control-Request-Method", "POST");
        assertEquals(403, answer.statusCode());
        assertEquals(List.of(), answer.headers().allValues("Access-Control-Allow-Origin"));
    }

    @Test
    void aSimplePostSignsInByToken() {
        String admin =
                Base64.getEncoder().encodeToString("admin:demo".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String token = bench.ask(
                        "POST",
                        SESSION,
                        "{\"name\":\"3rd\",\"username\":\"45\",\"domain\":\"localhost\"}",
                        "Authorization",
                        "Basic " + admin)
                .body();
        String redeem = "{\"name\":\"session\",\"value\":" + token + "}";
        var answer = bench.ask("POST", SESSION, redeem, "Origin", PAGE, "Content-Type", "text/plain;charset=UTF-8");
        assertEquals("true", answer.body());
        assertTrue(answer.headers().firstValue("Set-Cookie").isPresent());
        assertReflected(answer.headers());
    }

    @Test
    void aFailedOneMayBeReadToo() {
        var answer = bench.ask("POST", SESSION, "{\"name\":\"session\",\"value\":\"stale\"}", "Origin", PAGE);
        assertEquals("false", answer.body());
        assertReflected(answer.headers());
    }

    @Test
    void otherResourcesAreNotOpenedToOtherOrigins() {
        String cookie = "session=" + bench.session("45@localhost");
        var answer = bench.ask("GET", "/rest/user/45%40localhost/dnd", "", "Origin", PAGE, "Cookie", cookie);
        assertEquals(List.of(), answer.headers().allValues("Access-Control-Allow-Origin"));
    }

    private static void assertReflected(HttpHeaders headers) {
        assertEquals(List.of(PAGE), headers.allValues("Access-Control-Allow-Origin"));
        assertEquals(List.of("true"), headers.allValues("Access-Control-Allow-Credentials"));
        assertEquals(List.of("Origin"), headers.allValues("Vary"));
    }
}

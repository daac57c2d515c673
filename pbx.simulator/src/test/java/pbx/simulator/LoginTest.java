package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private static final String SESSION = "/rest/system/session";
    private static final String TOKEN_45 = "{\"name\":\"3rd\",\"username\":\"45\",\"domain\":\"localhost\"}";

    private final Bench bench = new Bench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST"})
    void theRightPasswordGivesASessionAndItsCookie(String method) {
        var answer = bench.ask(method, SESSION, Bench.auth("45@localhost", "demo"));

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().matches("\"[a-z0-9]{20}\""), answer.body());
        String id = answer.body().replace("\"", "");
        assertEquals(
                "session=" + id + "; Path=/; SameSite=Strict; HttpOnly",
                answer.headers().firstValue("Set-Cookie").orElseThrow());
        assertEquals(List.of("PBX/67.0.5"), answer.headers().allValues("Server"));
    }

    @Test
    void theTenantMayBeLeftOutForThereIsOne() {
        assertNotEquals(
                "\"\"", bench.ask("PUT", SESSION, Bench.auth("45", "demo")).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"45@localhost", "99@localhost", "45@elsewhere", "", "admin"})
    void theWrongPasswordIsAnEmptyTextWith200(String account) {
        var answer = bench.ask("PUT", SESSION, Bench.auth(account, "wrong"));

        assertEquals(200, answer.statusCode());
        assertEquals("\"\"", answer.body());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void whatIsNoLoginIs400() {
        assertEquals(400, bench.ask("PUT", SESSION, "hello").statusCode());
        assertEquals(400, bench.ask("PUT", SESSION, "[]").statusCode());
        assertEquals(400, bench.ask("PUT", SESSION, "{}").statusCode());
    }

    @Test
    void aTokenBecomesASessionOnce() {
        String token = token("admin:demo").replace("\"", "");
        String redeem = "{\"name\":\"session\",\"value\":\"" + token + "\"}";

        var first = bench.ask("POST", SESSION, redeem);
        assertEquals("true", first.body());
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertFalse(cookie.contains(token), "the cookie is another word than the token");
        Client.open(bench, "45", cookie.substring("session=".length(), cookie.indexOf(';')))
                .action("domain-state");

        var second = bench.ask("POST", SESSION, redeem);
        assertEquals(200, second.statusCode());
        assertEquals("false", second.body());
        assertTrue(second.headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void aTokenExpiresAfterTenSeconds() {
        String early = "{\"name\":\"session\",\"value\":" + token("admin:demo") + "}";
        String late = "{\"name\":\"session\",\"value\":" + token("admin:demo") + "}";

        bench.loop.advance(Duration.ofMillis(9_999));
        assertEquals("true", bench.ask("POST", SESSION, early).body());
        bench.loop.advance(Duration.ofMillis(1));
        assertEquals("false", bench.ask("POST", SESSION, late).body());
    }

    @Test
    void onlyTheAdministratorIsGivenTokens() {
        assertEquals("false", token("admin:wrong"));
        assertEquals("false", token("45@localhost:demo"));
        assertEquals("false", bench.ask("POST", SESSION, TOKEN_45).body());
    }

    @Test
    void aTokenForNobodyIs404() {
        assertEquals(404, third(TOKEN_45.replace("45", "99"), "admin:demo").statusCode());
        assertEquals(
                404,
                third(TOKEN_45.replace("localhost", "elsewhere"), "admin:demo").statusCode());
    }

    @Test
    void aSessionDiesWhenItIsNotUsedForAnHour() {
        String session = bench.session("45@localhost");
        bench.loop.advance(Duration.ofMinutes(59));
        assertEquals(200, dnd(session));
        bench.loop.advance(Duration.ofMinutes(59));
        assertEquals(200, dnd(session));
        bench.loop.advance(Duration.ofMinutes(60));
        assertEquals(401, dnd(session));
    }

    @Test
    void afterLoggingOutTheSessionIsDead() {
        String session = bench.session("45@localhost");
        assertEquals(
                200,
                bench.ask("DELETE", SESSION, "", "Cookie", "session=" + session).statusCode());
        assertEquals(401, dnd(session));
    }

    @Test
    void everyAnswerNamesTheVersion() {
        for (String path : List.of("/", "/nowhere", "/websocket", "/rest/user/%25/dnd", "/..%2f", "/%00")) {
            assertEquals(
                    List.of("PBX/67.0.5"), bench.ask("GET", path, "").headers().allValues("Server"), path);
        }
    }

    private int dnd(String session) {
        return bench.ask("GET", "/rest/user/45%40localhost/dnd", "", "Cookie", "session=" + session)
                .statusCode();
    }

    private String token(String who) {
        return third(TOKEN_45, who).body();
    }

    private java.net.http.HttpResponse<String> third(String body, String who) {
        String basic = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
        return bench.ask("POST", SESSION, body, "Authorization", "Basic " + basic);
    }
}

package pbx.console.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSecurityTest {
    private static final PasswordHash HASH = PasswordHash.of("right", new SecureRandom(), 1000);

    private final ConsoleSecurity security = new ConsoleSecurity(new Door(HASH, new TestClock()));

    @Test
    void theAdministratorComesInAndMayDoEverything() {
        Exchange exchange = new Exchange("GET", "Authorization", basic("admin:right"));
        Object user = security.authenticate(exchange.request(), exchange.response());
        assertEquals("admin", user);
        assertTrue(security.authorize(user, "any"));
        assertEquals("nosniff", exchange.answered.get("X-Content-Type-Options"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer x", "Basic", "Basic !!!", "Basic YWRtaW4=", "basic YWRtaW46YWRtaW4="})
    void withoutTheRightPasswordTheBrowserIsAskedForIt(String authorization) {
        Exchange exchange = new Exchange("GET", "Authorization", authorization);
        assertNull(security.authenticate(exchange.request(), exchange.response()));
        assertEquals(401, exchange.status);
        assertTrue(exchange.answered.get("WWW-Authenticate").startsWith("Basic realm="));
    }

    @Test
    void tooManyGuessesAreToldToWait() {
        for (int i = 0; i < 5; i++) {
            Exchange guess = new Exchange("GET", "Authorization", basic("admin:" + i));
            assertNull(security.authenticate(guess.request(), guess.response()));
            assertEquals(401, guess.status);
        }
        Exchange late = new Exchange("GET", "Authorization", basic("admin:right"));
        assertNull(security.authenticate(late.request(), late.response()));
        assertEquals(429, late.status);
        assertEquals("60", late.answered.get("Retry-After"));
    }

    @Test
    void anotherSiteIsRefusedEvenWithTheRightPassword() {
        Exchange forged = new Exchange("POST", "Authorization", basic("admin:right"), "Origin", "http://evil.example");
        assertNull(security.authenticate(forged.request(), forged.response()));
        assertEquals(403, forged.status);
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}

package pbx.health.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pbx.api.access.Role;
import pbx.api.access.Token;
import pbx.api.access.Tokens;
import pbx.health.Fake;

/** Who may look, from where. */
class GuardTest {
    private static final Tokens GOOD = Fake.of(Tokens.class, Map.of("check", Optional.of(new Token("m", Role.VIEWER))));
    private static final Tokens BAD = Fake.of(Tokens.class, Map.of("check", Optional.empty()));

    @ParameterizedTest
    @CsvSource({
        // from, host, secure, without a token, with one
        "127.0.0.1, localhost, false, 0, 0",
        "::1, [::1], false, 0, 0",
        "0:0:0:0:0:0:0:1, 127.0.0.1, false, 0, 0",
        "127.0.0.1, rebound.example, false, 401, 0",
        "127.0.0.1, localhost.evil.example, false, 401, 0",
        "192.0.2.7, localhost, false, 403, 403",
        "192.0.2.7, pbx.example, true, 401, 0",
        "2001:db8::1, pbx.example, true, 401, 0",
        "2001:db8::1, pbx.example, false, 403, 403"
    })
    void everybodyHereAndTokensFromElsewhere(String from, String host, boolean secure, int without, int with) {
        HttpServletRequest request = request(from, host, secure);
        assertEquals(without, Guard.refuses(request, Optional.of(BAD)));
        assertEquals(without, Guard.refuses(request, Optional.empty()));
        assertEquals(with, Guard.refuses(request, Optional.of(GOOD)));
    }

    @Test
    void anAddressThatIsNoneIsFromElsewhere() {
        assertEquals(403, Guard.refuses(request("unknown.invalid", "localhost", false), Optional.empty()));
    }

    private static HttpServletRequest request(String from, String host, boolean secure) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                GuardTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, words) -> switch (method.getName()) {
                    case "getRemoteAddr" -> from;
                    case "getServerName" -> host;
                    case "isSecure" -> secure;
                    case "getHeader" -> null;
                    default -> throw new AssertionError("nobody may ask for " + method);
                });
    }
}

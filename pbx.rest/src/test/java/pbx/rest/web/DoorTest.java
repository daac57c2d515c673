package pbx.rest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pbx.api.access.Role;
import pbx.rest.RestConfig;
import pbx.rest.access.TestTokens;

/** Where a token is taken from. */
class DoorTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false, true, 0",
        "::1, false, true, 0",
        "127.0.0.1, false, false, 401",
        "192.0.2.7, false, true, 403",
        "192.0.2.7, false, false, 403",
        "192.0.2.7, true, true, 0",
        "192.0.2.7, true, false, 401",
        "unknown.invalid, false, true, 403"
    })
    void inPlainTextFromThisMachineOnly(String from, boolean secure, boolean good, int status) {
        TestTokens tokens = new TestTokens(folder);
        String token = tokens.create(Role.VIEWER);
        Door door = new Door(tokens.tokens, defaults());
        assertEquals(status, enter(door, request(from, secure, "Bearer " + (good ? token : "pbx_made-up"))));
    }

    private static int enter(Door door, HttpServletRequest request) {
        try {
            HttpServletResponse response = proxy(
                    HttpServletResponse.class, (self, method, words) -> null); // what it is told does not matter here
            assertEquals("viewer", door.enter(request, response).name());
            return 0;
        } catch (Problem problem) {
            return problem.status();
        }
    }

    private static HttpServletRequest request(String from, boolean secure, String authorization) {
        return proxy(HttpServletRequest.class, (self, method, words) -> switch (method.getName()) {
            case "getRemoteAddr" -> from;
            case "isSecure" -> secure;
            case "getHeader" -> authorization;
            default -> throw new AssertionError("nobody may ask for " + method);
        });
    }

    private static RestConfig defaults() {
        return (RestConfig) Proxy.newProxyInstance(
                DoorTest.class.getClassLoader(),
                new Class<?>[] {RestConfig.class, Annotation.class},
                (self, method, words) -> method.getDefaultValue());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(DoorTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

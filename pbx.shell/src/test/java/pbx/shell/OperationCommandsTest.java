package pbx.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pbx.api.access.Role;
import pbx.api.access.Token;
import pbx.api.access.Tokens;

class OperationCommandsTest {
    private final Desk desk = new Desk();

    @Test
    void tokensAreMadeListedAndTakenBack() {
        desk.platform.tokens = new FakeTokens();
        assertEquals("no tokens", desk.run("token"));
        assertEquals("crm  OPERATOR  pbx_secret  (shown once)", desk.run("token crm operator"));
        assertEquals("crm  OPERATOR", desk.run("token"));
        assertEquals(
                "{\"name\":\"crm\",\"role\":\"VIEWER\",\"token\":\"pbx_secret\"}", desk.run("token crm viewer --json"));
        assertEquals("the token of crm is valid no more", desk.run("untoken crm"));
        assertEquals("no tokens", desk.run("token"));
    }

    @Test
    void whatDoesNotFitIsSaid() {
        assertEquals(
                "error: STOPPED the REST interface is not running: try again in a moment, then look for its bundle",
                desk.run("token"));
        desk.platform.tokens = new FakeTokens();
        assertEquals("error: INVALID usage: token [NAME viewer|operator] [--json]", desk.run("token crm"));
        assertEquals("error: INVALID a token is a viewer's or an operator's, not root", desk.run("token crm root"));
    }

    @Test
    void theSupportBundleIsWrittenWhereTheUserIs() {
        desk.platform.support = CompletableFuture::completedFuture;
        String file = Path.of("x.zip").toAbsolutePath().toString();
        assertEquals(file + "  look through it before you send it", desk.run("support x.zip"));
        assertEquals("{\"file\":\"" + file + "\"}", desk.run("support x.zip --json"));
    }

    private static final class FakeTokens implements Tokens {
        private final TreeMap<String, Token> tokens = new TreeMap<>();

        @Override
        public Optional<Token> check(String authorization) {
            return Optional.empty();
        }

        @Override
        public List<Token> list() {
            return List.copyOf(tokens.values());
        }

        @Override
        public String create(String name, Role role) {
            tokens.put(name, new Token(name, role));
            return "pbx_secret";
        }

        @Override
        public void revoke(String name) {
            tokens.remove(name);
        }
    }
}

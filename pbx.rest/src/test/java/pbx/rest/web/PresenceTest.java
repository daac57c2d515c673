package pbx.rest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.AccountId;
import pbx.api.access.Role;
import pbx.rest.Office;
import pbx.rest.access.TestTokens;

/** Who is shown of those who are there. */
class PresenceTest {
    private static final AccountId OTHER = new AccountId("other");
    private static final Pattern NUMBER = Pattern.compile("\"account\":\"(\\w+)\",\"number\":\"(\\d+)\"");

    @TempDir
    Path folder;

    private Served served;
    private String token;

    @BeforeEach
    void start() throws Exception {
        TestTokens tokens = new TestTokens(folder);
        token = tokens.create(Role.VIEWER);
        served = new Served(tokens.tokens, Map.of());
        served.office.present = List.of(
                Office.presence(Office.DEMO, "501"),
                Office.presence(Office.DEMO, "502"),
                Office.presence(OTHER, "501"),
                Office.presence(OTHER, "502"));
    }

    @AfterEach
    void stop() throws Exception {
        served.close();
    }

    @Test
    void whomAFilterLeavesOutTakesNobodysPlace() throws Exception {
        assertEquals(List.of("other 501"), asked("?search=50&account=other&most=1"));
        assertEquals(List.of("demo 502"), asked("?search=50&number=502&most=1"));
        assertEquals(List.of("other 502"), asked("?account=other&number=502&most=1"));
        assertEquals(List.of("demo 501", "demo 502"), asked("?search=50&most=2"));
    }

    private List<String> asked(String query) throws Exception {
        return NUMBER.matcher(
                        served.ask(token, "GET", "/presence" + query, null).body())
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }
}

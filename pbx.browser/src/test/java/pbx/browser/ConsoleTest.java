package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;

/** The web console, in a real browser and, where no browser would do it, without one. */
class ConsoleTest {
    private static final List<String> ROLES = List.of("vic", "olga", "admin");

    /** Page, who may read it, who may change something there; as decision 6 has it. */
    private static final List<List<String>> PAGES = List.of(
            List.of("pbx", "vic", "olga"),
            List.of("pbxviews", "vic", "olga"),
            List.of("pbxusers", "vic", "vic"),
            List.of("bundles", "admin", "admin"),
            List.of("configMgr", "admin", "admin"),
            List.of("components", "admin", "admin"),
            List.of("services", "admin", "admin"),
            List.of("vmstat", "admin", "admin"),
            List.of("licenses", "admin", "admin"),
            List.of("status-slingprops", "admin", "admin"),
            List.of("install", "admin", "admin"));

    private static Console console;

    @BeforeAll
    static void open() throws Exception {
        console = new Console();
    }

    @AfterAll
    static void close() throws Exception {
        if (console != null) {
            console.close();
        }
    }

    @Test
    void aBrowserLogsInSeesTheOfficeLiveAndLogsOut() throws Exception {
        Browser browser = console.browser();
        browser.open(console.url("pbx"));
        logIn(browser, "vic", "wrong");
        browser.sees("p[role=alert]", "Wrong user or password");
        logIn(browser, "vic", console.passwords.get("vic"));
        browser.sees("#pbx-live", "live");
        assertTrue(browser.sees("#pbx-accounts tr", "45@localhost").contains("registered"));
        Cookie cookie = browser.cookie("pbx-console");
        assertTrue(cookie.isHttpOnly() && cookie.getPath().equals("/system/console"), cookie.toString());
        assertEquals("Strict", cookie.getSameSite());
        console.platform.say("pbx:dial 44@localhost 604");
        browser.sees("#pbx-calls tr", "604");
        browser.sees("#pbx-presence tr:has(.lamp.ringing, .lamp.talking)", "44");
        console.platform.say("pbx:hangup");
        browser.sees("#pbx-calls tbody", "No calls.");
        assertEquals(
                List.of(),
                browser.console().stream().filter(line -> !line.contains("401")).toList());
        browser.open(console.url("logout"));
        browser.sees("h1", "PBX console");
        browser.open(console.url("pbx"));
        browser.sees("button", "Log in");
    }

    private static void logIn(Browser browser, String user, String password) {
        browser.type("input[name=user]", user);
        browser.type("input[name=password]", password);
        browser.click("button");
    }

    @Test
    void eachRoleMayDoOnEachPageWhatItMay() throws Exception {
        for (String user : ROLES) {
            Visit visit = console.visit(user);
            for (List<String> page : PAGES) {
                String path = page.get(0);
                boolean reads = ROLES.indexOf(user) >= ROLES.indexOf(page.get(1));
                boolean changes = ROLES.indexOf(user) >= ROLES.indexOf(page.get(2));
                for (String method : List.of("GET", "HEAD")) {
                    assertEquals(
                            reads, visit.method(method, path).statusCode() != 403, user + " " + method + " " + path);
                }
                if (path.equals("vmstat") && changes) {
                    continue; // any POST there stops the platform
                }
                // without a token and what else a form has: let in or not is what counts, and nothing is done
                String refused = visit.method("POST", path).body();
                assertEquals(changes, !refused.startsWith("Refused: "), user + " POST " + path + ": " + refused);
                for (String method : List.of("PUT", "DELETE", "PATCH")) {
                    int status = visit.method(method, path).statusCode();
                    assertTrue(status >= 400, user + " " + method + " " + path + ": " + status);
                }
            }
        }
    }

    @Test
    void nobodyWithoutASessionSeesAnything() throws Exception {
        Visit stranger = new Visit(console.origin());
        for (List<String> page : PAGES) {
            for (String method : List.of("GET", "POST", "HEAD", "PUT")) {
                assertEquals(401, stranger.method(method, page.get(0)).statusCode(), method + " " + page);
            }
        }
        assertEquals(401, stranger.get("pbx/events").statusCode());
        assertEquals(401, stranger.get("res/lib/jquery-3.6.1.js").statusCode());
    }

    @Test
    void anotherSitesFormDoesNothing() throws Exception {
        Visit admin = console.visit("admin");
        Map<String, String> form =
                Map.of("do", "add", "name", "mallory", "role", "administrator", "token", admin.token("pbxusers"));
        assertEquals(
                403, admin.postFrom("http://evil.example", "pbxusers", form).statusCode());
        assertEquals(
                403,
                admin.postFrom("null", "bundles", Map.of("action", "refreshPackages"))
                        .statusCode());
        assertEquals(
                403,
                admin.post("pbxusers", Map.of("do", "add", "name", "mallory", "role", "viewer", "token", "x"))
                        .statusCode());
        assertEquals(
                403,
                admin.get("configMgr/pbx.console?post=true&apply=true&propertylist=idleMinutes&idleMinutes=1")
                        .statusCode());
        assertFalse(admin.get("pbxusers").body().contains("mallory"));
    }

    @Test
    void guessingLocksOutTheUserAndNobodyElse() throws Exception {
        Visit admin = console.visit("admin");
        String token = admin.token("pbxusers");
        admin.post("pbxusers", Map.of("do", "add", "name", "lou", "role", "viewer", "token", token));
        Visit guesser = new Visit(console.origin());
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    401,
                    guesser.post("login", Map.of("user", "lou", "password", "guess" + i))
                            .statusCode());
        }
        HttpResponse<String> late = guesser.post("login", Map.of("user", "lou", "password", "guess"));
        assertEquals(429, late.statusCode());
        assertEquals("60", late.headers().firstValue("Retry-After").orElse(""));
        console.visit("admin");
        admin.post("pbxusers", Map.of("do", "remove", "name", "lou", "token", token));
    }

    @Test
    void whatIsNoPageOfTheConsoleIsNone() throws Exception {
        Visit vic = console.visit("vic");
        for (String path : List.of(
                "pbx/../bundles",
                "pbx/..;/bundles",
                "pbx/%2e%2e/bundles",
                "pbx%2f..%2fbundles",
                "pbx;/../bundles",
                "/bundles",
                "pbx/..%5cbundles",
                "res/../bundles",
                "res/%2e%2e/configMgr",
                "bundles.json",
                "bundles/.json")) {
            HttpResponse<String> answer = vic.get(path);
            assertTrue(
                    answer.statusCode() >= 300 || answer.body().contains("id=\"pbx\""),
                    path + ": " + answer.statusCode());
            assertFalse(answer.body().contains("pbx.transport"), path);
        }
    }
}

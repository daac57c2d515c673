package pbx.console.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pbx.audit.AuditFile;

class ConsoleSecurityTest {
    private static final String OWN = "http://127.0.0.1:8080";

    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private Users users;
    private ConsoleSecurity security;

    @BeforeEach
    void open() throws IOException {
        users = People.in(folder);
        Trail trail = new Trail(new AuditFile(folder.resolve("audit.log"), clock));
        security = new ConsoleSecurity(People.door(users, clock), trail);
    }

    @Test
    void aBrowserIsShownTheFormAndAfterItThePage() {
        Exchange first = ask(new Exchange("GET", "Accept", "text/html"), false);
        assertEquals(401, first.status);
        assertNull(first.answered.get("WWW-Authenticate"), "the browser's own dialogue would keep the password");
        assertTrue(first.said().contains("name=\"to\" value=\"/system/console/pbx\""), first.said());

        Exchange login = login("vic", "right", "/system/console/pbx");
        assertEquals(303, login.status);
        assertEquals("/system/console/pbx", login.answered.get("Location"));
        String cookie = login.answered.get("Set-Cookie");
        assertTrue(cookie.matches("pbx-console=[\\w-]{43}; Path=/system/console; HttpOnly; SameSite=Strict"), cookie);
        ask(new Exchange("GET").session(login.cookie()), true);
    }

    @Test
    void theCookieOfASecureWireGoesOverNoOther() {
        Exchange login = form("vic", "right", "");
        login.secure = true;
        login.sent.put("Origin", "https://127.0.0.1:8080");
        ask(login, false);
        assertTrue(login.answered.get("Set-Cookie").endsWith("; Secure"), login.answered.toString());
        assertTrue(login.answered.containsKey("Strict-Transport-Security"));
    }

    @Test
    void everyLoginHasAnotherSessionAndEndsTheFormer() {
        String first = login("vic", "right", "").cookie();
        Exchange again = form("vic", "right", "").session(first);
        ask(again, false);
        assertNotEquals(first, again.cookie());
        assertEquals(401, ask(new Exchange("GET").session(first), false).status);
        ask(new Exchange("GET").session(again.cookie()), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/system/console/../../evil",
                "/other",
                "/system/console/\\evil",
                "/system/console/logout",
                ""
            })
    void afterTheLoginNobodyIsSentElsewhere(String to) {
        assertEquals("/system/console/pbx", login("vic", "right", to).answered.get("Location"));
    }

    @Test
    void whoDoesNothingIsLoggedOutAndAnOpenPageIsNoDeed() {
        String session = login("vic", "right", "").cookie();
        clock.pass(Duration.ofMinutes(29));
        ask(new Exchange("GET").session(session), true);
        clock.pass(Duration.ofMinutes(29));
        ask(new Exchange("GET").at("/pbx/events").session(session), true);
        clock.pass(Duration.ofMinutes(1));
        assertEquals(401, ask(new Exchange("GET").session(session), false).status);
    }

    @Test
    void nobodyStaysForEver() {
        String session = login("vic", "right", "").cookie();
        for (int i = 0; i < 47; i++) {
            clock.pass(Duration.ofMinutes(15));
            ask(new Exchange("GET").session(session), true);
        }
        clock.pass(Duration.ofMinutes(15));
        ask(new Exchange("GET").session(session), false);
    }

    @Test
    void loggingOutEndsTheSessionAndANewPasswordOrRoleEverySession() throws IOException {
        Exchange out = new Exchange("GET")
                .at("/logout")
                .session(login("vic", "right", "").cookie());
        Object visitor = security.authenticate(out.request(), out.response());
        assertTrue(visitor instanceof Visitor v && v.here().getAsBoolean());
        security.logout(out.request(), out.response());
        assertTrue(out.answered.get("Set-Cookie").contains("pbx-console=; "), out.answered.toString());
        assertFalse(((Visitor) visitor).here().getAsBoolean(), "an open stream learns it");
        ask(new Exchange("GET").session(out.sent.get("Cookie")), false);

        String session = login("vic", "right", "").cookie();
        users.role("vic", Role.OPERATOR);
        ask(new Exchange("GET").session(session), false);
    }

    @Test
    void aGuesserOnTheSameMachineLocksOutHimselfAndNoBrowserThatIsKnown() {
        Exchange before = login("vic", "right", "");
        String cookie = before.given.get("known");
        assertTrue(
                cookie.matches(
                        "pbx-console-known=[\\w-]{22}\\.[\\w-]{43}; Path=/system/console/login; Max-Age=15552000;"
                                + " HttpOnly; SameSite=Strict"),
                cookie);
        for (int i = 0; i < 30; i++) {
            login("vic", "guess " + i, "");
        }
        assertEquals(429, login("vic", "right", "").status);
        for (int i = 0; i < 5; i++) {
            login("olga", "guess " + i, "");
        }
        assertEquals(429, ask(form("olga", "right", "").known(before), false).status, "known of vic alone");
        assertEquals(303, ask(form("vic", "right", "").known(before), false).status);

        for (int i = 0; i < 5; i++) {
            assertEquals(401, ask(form("vic", "guess " + i, "").known(before), false).status);
        }
        assertEquals(429, ask(form("vic", "right", "").known(before), false).status, "nor does it let anybody guess");
        clock.pass(Duration.ofMinutes(1));
        Exchange forged = form("vic", "guess", "").known(before);
        forged.sent.put("Known", "x" + forged.sent.get("Known"));
        for (int i = 0; i < 5; i++) {
            ask(forged, false);
        }
        assertEquals(429, login("vic", "right", "").status, "a forged cookie counts for the address");
    }

    @Test
    void thePlatformIsStoppedOnItsPageAlone() throws IOException {
        String session = login("admin", "right", "").cookie();
        for (Exchange way : List.of(
                own("/vmstat"),
                own("/vmstat").with("shutdown_type", "Stop").with("shutdown_timer", "1"),
                own("/vmstat").with("action", "setStartLevel").with("systemStartLevel", "1"),
                own("/bundles/0").with("action", "stop"),
                own("/bundles/+00").with("action", "update"),
                own("/bundles/org.apache.felix.framework").with("action", "stop"),
                own("/bundles/system.bundle:7.0.5").with("action", "stop"))) {
            ask(way.session(session), false);
            assertEquals(405, way.status, way.path);
            assertTrue(way.said().contains("page Platform"), way.said());
        }
        ask(own("/vmstat").with("action", "gc").session(session), true);
        ask(own("/bundles/10").with("action", "stop").session(session), true);
        assertTrue(
                Files.readString(folder.resolve("audit.log"))
                        .contains("\"event\":\"CONSOLE_REFUSED\",\"who\":\"admin (administrator)\""),
                "and the trail knows who tried");
    }

    private static Exchange own(String path) {
        return new Exchange("POST", "Origin", OWN).at(path);
    }

    @Test
    void aChangeInASessionMustComeFromOurOwnPage() {
        String session = login("admin", "right", "").cookie();
        assertEquals(403, ask(new Exchange("POST").at("/bundles").session(session), false).status);
        ask(new Exchange("POST", "Origin", OWN).at("/bundles").session(session), true);
        ask(new Exchange("POST", "Sec-Fetch-Site", "same-origin").at("/bundles").session(session), true);
        Exchange foreign = new Exchange("POST", "Origin", "http://evil.example")
                .at("/bundles")
                .session(session);
        assertEquals(403, ask(foreign, false).status);
        assertEquals("close", foreign.answered.get("Connection"), "what it sent was not read");
        Exchange disguised =
                new Exchange("GET").at("/configMgr/x").with("post", "true").session(session);
        assertEquals(403, ask(disguised, false).status, "Felix takes this for a POST");
    }

    @Test
    void nobodyIsLoggedInFromAnotherSite() {
        Exchange forged = form("vic", "right", "");
        forged.sent.put("Origin", "http://evil.example");
        assertEquals(403, ask(forged, false).status);
        forged.sent.remove("Origin");
        assertEquals(403, ask(forged, false).status);
        assertNull(forged.answered.get("Set-Cookie"));
    }

    @Test
    void aProgramMaySendItsPasswordEachTime() {
        ask(new Exchange("GET", "Authorization", basic("admin:right")), true);
        ask(new Exchange("POST", "Authorization", basic("admin:right")).at("/bundles"), true);
        Exchange forged = new Exchange("POST", "Authorization", basic("admin:right"), "Origin", "http://evil.example");
        assertEquals(403, ask(forged, false).status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer x", "Basic", "Basic !!!", "Basic YWRtaW4=", "basic YWRtaW46YWRtaW4="})
    void nothingElseLetsAProgramIn(String authorization) {
        Exchange exchange = ask(new Exchange("GET", "Authorization", authorization), false);
        assertEquals(401, exchange.status);
        assertNull(exchange.answered.get("WWW-Authenticate"));
    }

    @Test
    void tooManyGuessesAreToldToWait() {
        for (int i = 0; i < 5; i++) {
            assertEquals(401, login("admin", "" + i, "").status);
        }
        Exchange late = login("admin", "right", "");
        assertEquals(429, late.status);
        assertEquals("60", late.answered.get("Retry-After"));
        assertEquals(429, ask(new Exchange("GET", "Authorization", basic("admin:right")), false).status);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, 127.0.0.1, false, true",
        "localhost, 127.0.0.1, 127.0.0.1, false, true",
        "[::1], ::1, ::1, false, true",
        "[0:0:0:0:0:0:0:1], 0:0:0:0:0:0:0:1, 0:0:0:0:0:0:0:1, false, true",
        "1, 127.0.0.1, 127.0.0.1, false, false",
        "192.0.2.7, 192.0.2.7, 192.0.2.9, false, false",
        "192.0.2.7, 192.0.2.7, 192.0.2.9, true, true",
        "evil.example, 127.0.0.1, 127.0.0.1, false, false",
        "127.0.0.1.evil.example, 127.0.0.1, 127.0.0.1, false, false",
        "localhost, 127.0.0.1, 192.0.2.9, false, false"
    })
    void aPlainWireIsTakenInsideThisMachineAlone(String host, String local, String remote, boolean secure, boolean in) {
        Exchange exchange = new Exchange("GET", "Authorization", basic("admin:right"));
        exchange.host = host;
        exchange.local = local;
        exchange.remote = remote;
        exchange.secure = secure;
        assertEquals(in ? 200 : 403, ask(exchange, in).status);
    }

    @Test
    void theConsoleItselfLeadsToItsFirstPage() {
        Exchange exchange = ask(new Exchange("GET", "Authorization", basic("vic:right")).at(""), false);
        assertEquals("/system/console/pbx", exchange.answered.get("Location"));
    }

    @Test
    void everyAnswerIsHardened() {
        Exchange exchange = ask(new Exchange("GET"), false);
        assertEquals("nosniff", exchange.answered.get("X-Content-Type-Options"));
        assertEquals("no-store", exchange.answered.get("Cache-Control"));
        assertTrue(exchange.answered.get("Content-Security-Policy").contains("object-src 'none'"));
    }

    @Test
    void theTrailSaysWhoDidWhatAndNoSecret() throws IOException {
        login("vic", "a wrong password", "");
        String session = login("admin", "right", "").cookie();
        ask(
                new Exchange("POST", "Origin", OWN)
                        .at("/bundles")
                        .session(session)
                        .with("action", "stop")
                        .with("file", "x"),
                true);
        String vic = login("vic", "right", "").cookie();
        ask(new Exchange("GET").at("/bundles").session(vic), false);
        List<String> trail = Files.readAllLines(folder.resolve("audit.log"));
        List<String> told = List.of(
                "\"event\":\"LOGIN_WRONG\",\"who\":\"vic\",\"from\":\"127.0.0.1\"",
                "\"event\":\"LOGIN_WELCOME\",\"who\":\"admin\"",
                "\"who\":\"admin (administrator)\",\"from\":\"127.0.0.1\",\"what\":\"POST /bundles\",\"form\":\"action=stop\"",
                "\"event\":\"LOGIN_WELCOME\",\"who\":\"vic\"",
                "\"event\":\"CONSOLE_REFUSED\",\"who\":\"vic (viewer)\"");
        assertEquals(told.size(), trail.size(), trail::toString);
        for (int i = 0; i < told.size(); i++) {
            assertTrue(trail.get(i).contains(told.get(i)), trail.get(i));
            assertFalse(
                    trail.get(i).contains("a wrong password") || trail.get(i).contains(session), trail.get(i));
        }
    }

    private Exchange login(String user, String password, String to) {
        return ask(form(user, password, to), false);
    }

    private static Exchange form(String user, String password, String to) {
        return new Exchange("POST", "Origin", OWN)
                .at("/login")
                .with("user", user)
                .with("password", password)
                .with("to", to);
    }

    private Exchange ask(Exchange exchange, boolean in) {
        Object visitor = security.authenticate(exchange.request(), exchange.response());
        assertEquals(in, visitor != null, () -> exchange.status + " " + exchange.said());
        return exchange;
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}

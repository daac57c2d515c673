package pbx.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may come into the web console and do what; asked without a browser, which would not send most of this. */
@ExtendWith(Shared.class)
class ConsoleTest {
    private static final List<String> ROLES = List.of("vic", "olga", "admin");

    /** Page, who may read it, who may change something there; as decision 6 has it. */
    private static final List<List<String>> PAGES = List.of(
            List.of("pbx", "vic", "admin"),
            List.of("pbxcalls", "vic", "olga"),
            List.of("pbxhistory", "vic", "admin"),
            List.of("pbxplugins", "olga", "admin"),
            List.of("pbxaudit", "admin", "admin"),
            List.of("pbxplatform", "admin", "admin"),
            List.of("pbxaccounts", "admin", "admin"),
            List.of("pbxrecordings", "admin", "admin"),
            List.of("pbxwire", "admin", "admin"),
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

    private final Console console;

    ConsoleTest(Console console) {
        this.console = console;
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
                if (path.equals("vmstat")) { // any POST there would stop the platform
                    assertEquals(405, visit.method("POST", path).statusCode(), user);
                    continue;
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
    void aWrongValueIsRefusedBeforeItIsSet() throws Exception {
        Visit admin = console.visit("admin");
        Map<String, String> form = Map.of(
                "apply",
                "true",
                "action",
                "ajaxConfigManager",
                "$location",
                "",
                "propertylist",
                "idleMinutes,sessionHours",
                "idleMinutes",
                "soon",
                "sessionHours",
                "12");
        HttpResponse<String> refused = admin.post("configMgr/pbx.console", form);
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("not a whole number"), refused.body());
        assertFalse(Files.exists(console.platform.home.resolve("conf/pbx.console.cfg")));
        Map<String, String> right = new HashMap<>(form);
        right.put("idleMinutes", "29");
        admin.post("configMgr/pbx.console", right);
        assertTrue(
                admin.get("pbxaudit").body().contains("idleMinutes: (none) -&gt; 29"),
                admin.get("pbxaudit").body());
    }

    @Test
    void otherMachinesComeOverTlsAlone() throws Exception {
        String warned = console.platform.warns("web console: also for other machines");
        assertTrue(warned.matches(".*certificate SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}.*"), warned);
        HttpClient client = console.certificate().client();
        String origin = "https://127.0.0.1:" + console.secure;
        HttpResponse<String> page = get(client, origin + "/system/console/pbx", "Accept", "text/html");
        assertEquals(401, page.statusCode());
        assertTrue(page.headers().firstValue("Strict-Transport-Security").isPresent());
        assertTrue(page.body().contains("Log in"));
        assertThrows(IOException.class, () -> get(HttpClient.newHttpClient(), origin, "Accept", "text/html"));
    }

    @Test
    void scriptsComeOverTlsToo() throws Exception {
        HttpClient client = console.certificate().client();
        String calls = "https://127.0.0.1:" + console.secure + "/api/v1/calls";
        console.platform.say("pbx:token overtls viewer --json");
        String token = console.platform.printsNext("\"token\":\"pbx_").replaceFirst(".*\"token\":\"([^\"]*)\".*", "$1");
        HttpResponse<String> answer = get(client, calls, "Authorization", "Bearer " + token);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("\"calls\""), answer.body());
        assertEquals(
                401, get(client, calls, "Authorization", "Bearer pbx_wrong").statusCode());
        console.platform.say("pbx:untoken overtls --json");
        console.platform.printsNext("overtls");
        assertEquals(401, get(client, calls, "Authorization", "Bearer " + token).statusCode());
    }

    private static HttpResponse<String> get(HttpClient client, String url, String header, String value)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).header(header, value).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

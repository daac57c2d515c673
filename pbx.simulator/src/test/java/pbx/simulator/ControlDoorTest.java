package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.simulator.exchange.Silence;

class ControlDoorTest {
    private static final String TOKEN = "Bearer open-sesame";

    @TempDir
    Path directory;

    private Pbx pbx;

    @AfterEach
    void close() throws Exception {
        pbx.close();
    }

    @Test
    void itIsNotThereUnlessItIsWanted() throws Exception {
        open(Map.of());
        assertEquals(
                404, ask("GET", "/control/status", "", "Authorization", TOKEN).statusCode());
    }

    @Test
    void onlyWhoShowsTheTokenIsHeard() throws Exception {
        open(Map.of("control", true, "_controlToken", "open-sesame"));
        assertEquals(401, ask("GET", "/control/status", "").statusCode());
        assertEquals(
                401,
                ask("GET", "/control/status", "", "Authorization", "Bearer x").statusCode());
        assertEquals(
                200, ask("GET", "/control/status", "", "Authorization", TOKEN).statusCode());
    }

    @Test
    void noPageIsHeardWhateverItShows() throws Exception {
        open(Map.of("control", true, "_controlToken", "open-sesame"));
        String origin = "https://localhost:9443";
        assertEquals(
                403,
                ask("POST", "/control/restart", "", "Authorization", TOKEN, "Origin", origin)
                        .statusCode());
        assertEquals(
                403,
                ask("GET", "/control/status", "", "Authorization", TOKEN, "Sec-Fetch-Site", "same-origin")
                        .statusCode());
        assertEquals(
                403, ask("OPTIONS", "/control/restart", "", "Origin", origin).statusCode());
    }

    @Test
    void withoutATokenOneIsMadeForTheOwnersEyes() throws Exception {
        open(Map.of("control", true));
        Path file = directory.resolve("control.token");
        String token = "Bearer " + Files.readString(file);
        assertEquals(200, ask("GET", "/control", "", "Authorization", token).statusCode());
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void itDoesAndAnswers() throws Exception {
        open(Map.of("control", true, "_controlToken", "open-sesame"));
        assertTrue(post("call", "{\"from\":\"46\",\"to\":\"604\"}").body().startsWith("{\"call\":\"s"));
        String status =
                ask("GET", "/control/status", "", "Authorization", TOKEN).body();
        assertTrue(status.contains("\"scripted\":{\"46\":["), status);
        assertEquals("{}", post("dialect", "{\"dialect\":\"modern\"}").body());
        var answer = ask("GET", "/", "");
        assertEquals("PBX/70.1", answer.headers().firstValue("Server").orElseThrow());
        assertEquals(
                "{\"state\":true,\"reason\":\"Lunch\"}",
                post("dnd", "{\"extension\":\"47\",\"state\":true,\"reason\":\"Lunch\",\"seconds\":60}")
                        .body());
    }

    @Test
    void mistakesAreNamed() throws Exception {
        open(Map.of("control", true, "_controlToken", "open-sesame"));
        assertRefused("there is no jump", post("jump", ""));
        assertRefused("to is missing", post("call", "{\"from\":\"46\"}"));
        assertRefused("unknown field too", post("call", "{\"from\":\"46\",\"too\":\"45\"}"));
        assertRefused("the body is not", post("call", "46 45"));
        assertRefused("there is no extension 99", post("register", "{\"extension\":\"99\"}"));
        assertRefused("kind is one of [drop", post("fault", "{\"extension\":\"45\",\"kind\":\"lose\"}"));
        assertRefused("percent must be", post("fault", "{\"extension\":\"45\",\"kind\":\"drop\",\"percent\":0}"));
        assertEquals(
                405, ask("GET", "/control/restart", "", "Authorization", TOKEN).statusCode());
        assertEquals(
                405, ask("PUT", "/control/restart", "", "Authorization", TOKEN).statusCode());
    }

    @Test
    void itRestartsFromWithin() throws Exception {
        open(Map.of("control", true, "_controlToken", "open-sesame"));
        int port = pbx.port("http").join();
        try {
            post("restart", "");
        } catch (java.io.IOException cutOff) {
            // the door through which it was asked is closed, too
        }
        pbx.control().restart().join();
        assertEquals(port, pbx.port("http").join());
        assertEquals(
                200, ask("GET", "/control/status", "", "Authorization", TOKEN).statusCode());
    }

    private void open(Map<String, Object> values) throws Exception {
        Map<String, Object> all =
                new HashMap<>(Map.of("httpPort", 0, "httpsPort", -1, "directory", directory.toString()));
        all.putAll(values);
        pbx = new Pbx(new Silence(), Settings.of(Given.configuration(all)));
    }

    private static void assertRefused(String beginning, HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().startsWith("{\"error\":\"" + beginning), answer.body());
    }

    private HttpResponse<String> post(String verb, String body) throws Exception {
        return ask("POST", "/control/" + verb, body, "Authorization", TOKEN);
    }

    private HttpResponse<String> ask(String method, String path, String body, String... headers) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + pbx.port("http").join() + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import pbx.api.access.Role;
import pbx.api.access.Tokens;
import pbx.api.status.Support;

/** What monitors and scripts see of the living platform, through its own web server. */
class OperationsTest {
    private static final BundleContext CONTEXT =
            FrameworkUtil.getBundle(OperationsTest.class).getBundleContext();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Office office;
    private static String server;

    @BeforeAll
    static void open() throws Exception {
        office = new Office();
        office.account("45");
        server = server();
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    @Test
    void theRegisteredPlatformIsReadyAndWell() throws Exception {
        await("/ready", page -> page.contains("45@localhost is registered"));
        assertEquals(200, get("/ready").statusCode());
        HttpResponse<String> health = get("/health");
        assertTrue(health.body().contains("\"event loops\""), health.body());
        assertTrue(health.body().contains("\"listener queues\""), health.body());
    }

    @Test
    void metricsTellOfTheAccountAndOfThisTestsListeners() throws Exception {
        String page = await("/metrics", text -> text.contains("pbx_presences{state=\"IDLE\"}"));
        assertTrue(page.contains("pbx_account_registered{account=\"x45\"} 1.0\n"), page);
        assertTrue(page.contains("pbx_listener_waiting{bundle=\"pbx.itest\",listener=\"CallListener\"}"), page);
        assertTrue(page.contains("pbx_loop_lag_seconds{loop=\"callcontrol\"}"), page);
    }

    /** The page, as soon as it is as wanted: what it tells of is told on other threads than the test's. */
    private static String await(String path, Predicate<String> wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        String page = get(path).body();
        while (!wanted.test(page)) {
            assertTrue(System.nanoTime() < end, page);
            TimeUnit.MILLISECONDS.sleep(20);
            page = get(path).body();
        }
        return page;
    }

    /** A script's day: dial, be told, press a key, hang up; and what is not allowed. */
    @Test
    void aScriptDialsAndHearsOfItsCall() throws Exception {
        String token = office.service(Tokens.class).create("itest", Role.OPERATOR);
        HttpResponse<Stream<String>> events =
                CLIENT.send(request("/api/v1/events", token).build(), HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = events.body()) {
            Iterator<String> line = lines.iterator();
            assertTrue(data(line, "snapshot").contains("\"label\":\"45@localhost\""));
            String dialled = send(token, "POST", "/accounts/x45/calls", "{\"number\":\"600\"}", 201);
            String id = dialled.replaceFirst("\\{\"id\":\"([^\"]*)\".*", "$1");
            String call = "/accounts/x45/calls/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
            await(line, id, "ACTIVE");
            assertTrue(
                    send(token, "POST", call + "/mute", "{\"muted\":true}", 200).contains("\"muted\":true"));
            send(token, "POST", call + "/dtmf", "{\"digits\":\"5\"}", 200);
            assertTrue(send(token, "GET", call, "", 200).contains("\"state\":\"ACTIVE\""));
            send(token, "DELETE", call, "", 200);
            await(line, id, "ENDED");
            send(token, "POST", call + "/hold", "", 404);
        }
        send("pbx_wrong", "GET", "/calls", "", 401);
        office.service(Tokens.class).revoke("itest");
        send(token, "GET", "/calls", "", 401);
    }

    @Test
    void theSupportBundleOfTheLivingPlatformHoldsNoPassword() throws Exception {
        String canary = "CANARY-9f3b";
        office.configure("pbx.canary~x", Map.of(".password", canary));
        Path file = Files.createTempDirectory("pbx-support").resolve("s.zip");
        Office.get(office.service(Support.class).write(file));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertFalse(text.contains(canary), entry.getName());
            }
            assertTrue(text(zip, "bundles.txt").contains("ACTIVE    pbx.health "));
            assertTrue(text(zip, "health.txt").contains("registration"));
            assertTrue(text(zip, "metrics.txt").contains("pbx_calls{"));
            assertTrue(text(zip, "configuration.txt").contains("[pbx.canary~x]\n.password = ***\n"));
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void await(Iterator<String> line, String id, String state) {
        String data = data(line, "call");
        while (!data.contains("{\"id\":\"" + id + "\"") || !data.contains("\"state\":\"" + state + "\"")) {
            data = data(line, "call");
        }
    }

    /** Of the next event of this kind. */
    private static String data(Iterator<String> line, String kind) {
        while (line.hasNext()) {
            if (line.next().equals("event: " + kind)) {
                return line.next();
            }
        }
        throw new AssertionError("the stream ended before " + kind);
    }

    private static String send(String token, String method, String path, String body, int status) throws Exception {
        HttpRequest request = request("/api/v1" + path, token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(status, answer.statusCode(), method + " " + path + ": " + answer.body());
        return answer.body();
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** It listens on any free port; the whiteboard's service says on which. */
    private static String server() throws InterruptedException {
        String type = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
        ServiceTracker<?, ?> tracker = new ServiceTracker<>(CONTEXT, type, null);
        tracker.open(true);
        try {
            tracker.waitForService(30_000);
            ServiceReference<?> runtime = tracker.getServiceReference();
            String[] endpoints = (String[]) runtime.getProperty("osgi.http.endpoint");
            return endpoints[0].replaceFirst("/+$", "");
        } finally {
            tracker.close();
        }
    }
}

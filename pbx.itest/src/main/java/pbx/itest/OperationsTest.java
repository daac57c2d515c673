package pbx.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

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
        HttpResponse<String> ready = get("/ready");
        assertEquals(200, ready.statusCode(), ready.body());
        assertTrue(ready.body().contains("45@localhost is registered"), ready.body());
        HttpResponse<String> health = get("/health");
        assertTrue(health.body().contains("\"event loops\""), health.body());
        assertTrue(health.body().contains("\"listener queues\""), health.body());
    }

    @Test
    void metricsTellOfTheAccountAndOfThisTestsListeners() throws Exception {
        String page = get("/metrics").body();
        assertTrue(page.contains("pbx_account_registered{account=\"x45\"} 1.0\n"), page);
        assertTrue(page.contains("pbx_listener_waiting{bundle=\"pbx.itest\",listener=\"CallListener\"}"), page);
        assertTrue(page.contains("pbx_loop_lag_seconds{loop=\"callcontrol\"}"), page);
        assertTrue(page.contains("pbx_presences{state=\"IDLE\"}"), page);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** It listens on any free port; the whiteboard's service says on which. */
    private static String server() throws InterruptedException {
        String type = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
        ServiceTracker<?, ?> tracker = new ServiceTracker<>(CONTEXT, type, null);
        tracker.open(true);
        try {
            tracker.waitForService(10_000);
            ServiceReference<?> runtime = tracker.getServiceReference();
            String[] endpoints = (String[]) runtime.getProperty("osgi.http.endpoint");
            return endpoints[0].replaceFirst("/+$", "");
        } finally {
            tracker.close();
        }
    }
}

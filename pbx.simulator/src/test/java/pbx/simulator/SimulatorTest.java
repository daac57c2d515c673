package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class SimulatorTest {
    private static final String LOGIN = Bench.auth("45@localhost", "demo");

    @TempDir
    Path directory;

    @Test
    void aPortInUseIsOneClearErrorAndIsTriedAgain() throws Exception {
        ListAppender<ILoggingEvent> log = listen();
        Map<String, Object> values = new HashMap<>(Map.of("httpsPort", -1));
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        values.put("httpPort", taken.getLocalPort());
        Simulator simulator = new Simulator(new FakeEngine(), configuration(values));
        assertEquals(1, log.list.size(), log.list::toString);
        String line = log.list.get(0).getFormattedMessage();
        String start = "port " + taken.getLocalPort() + " is in use: set httpPort in conf/pbx.simulator.cfg";
        assertTrue(line.startsWith(start), line);
        assertFalse(Files.exists(directory.resolve("ports.properties")));

        taken.close();
        simulator.modified(configuration(values));
        assertEquals(values.get("httpPort"), port("http"));
        simulator.deactivate();
        assertFalse(Files.exists(directory.resolve("ports.properties")), "nothing listens any more");
    }

    @Test
    void anAddressThatIsNotOursIsNamed() throws Exception {
        ListAppender<ILoggingEvent> log = listen();
        new Simulator(new FakeEngine(), configuration(Map.of("host", "198.51.100.1"))).deactivate();
        new Simulator(new FakeEngine(), configuration(Map.of("host", "no.such.host.invalid"))).deactivate();
        assertEquals(2, log.list.size(), log.list::toString);
        assertTrue(log.list.get(0).getFormattedMessage().startsWith("cannot listen on 198.51.100.1:0: set host or"));
        assertTrue(
                log.list.get(1).getFormattedMessage().startsWith("cannot listen on no.such.host.invalid:0: set host"));
    }

    @Test
    void itSpeaksTlsWithACertificateThatCanBeTrusted() throws Exception {
        try (WatchService watch = directory.getFileSystem().newWatchService()) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            Simulator simulator = new Simulator(new FakeEngine(), configuration(Map.of("httpsPort", 0)));
            while (port("https") == 0) {
                var key = watch.poll(60, TimeUnit.SECONDS);
                assertTrue(key != null, "no https in a minute");
                key.pollEvents();
                key.reset();
            }
            HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
            for (String host : new String[] {"127.0.0.1", "localhost"}) {
                var answer = login(client, "https://" + host + ":" + port("https"), LOGIN);
                assertEquals(22, answer.body().length());
                assertTrue(answer.headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow()
                        .endsWith("; Path=/; SameSite=Strict; Secure; HttpOnly"));
            }
            simulator.deactivate();
        }
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            for (String secret : new String[] {"keystore.p12", "keystore.password"}) {
                assertEquals(
                        2,
                        Files.getPosixFilePermissions(directory.resolve(secret)).size(),
                        secret);
            }
        }
    }

    @Test
    void aNewPasswordHoldsAtOnceAndClosesNothing() throws Exception {
        Simulator simulator = new Simulator(new FakeEngine(), configuration(Map.of()));
        int port = port("http");
        simulator.modified(configuration(Map.of("_password", "other")));
        assertEquals(port, port("http"));
        HttpClient client = HttpClient.newHttpClient();
        assertEquals("\"\"", login(client, "http://127.0.0.1:" + port, LOGIN).body());
        String other = Bench.auth("45@localhost", "other");
        assertEquals(22, login(client, "http://127.0.0.1:" + port, other).body().length());
        simulator.deactivate();
    }

    @Test
    void withoutAPasswordNobodyComesIn() throws Exception {
        Simulator simulator = new Simulator(new FakeEngine(), configuration(Map.of("_password", "")));
        String url = "http://127.0.0.1:" + port("http");
        String empty = "{\"name\":\"auth\",\"value\":\"45@localhost \"}";
        assertEquals("\"\"", login(HttpClient.newHttpClient(), url, empty).body());
        String blank = Bench.auth("45@localhost", "");
        assertEquals("\"\"", login(HttpClient.newHttpClient(), url, blank).body());
        simulator.deactivate();
    }

    @Test
    void otherExtensionsAreThereAfterAChange() throws Exception {
        Simulator simulator = new Simulator(new FakeEngine(), configuration(Map.of()));
        simulator.modified(configuration(Map.of("extensions", "70")));
        String seventy = Bench.auth("70@localhost", "demo");
        HttpClient client = HttpClient.newHttpClient();
        assertEquals(
                22,
                login(client, "http://127.0.0.1:" + port("http"), seventy)
                        .body()
                        .length());
        assertEquals(
                "\"\"", login(client, "http://127.0.0.1:" + port("http"), LOGIN).body());
        simulator.deactivate();
    }

    @Test
    void itComesBackOnceWhatStoodInItsWayIsGone() throws Exception {
        Simulator simulator = new Simulator(new FakeEngine(), configuration(Map.of()));
        int port = port("http");
        Configuration other = configuration(Map.of("extensions", "70", "httpPort", port));
        Path obstacle = Files.createDirectory(directory.resolve("ports.new"));
        assertThrows(IOException.class, () -> simulator.modified(other));
        Files.delete(obstacle);
        simulator.modified(other);
        assertEquals(port, port("http"), "nothing of the failed try holds it");
        assertTrue(simulator.sim("call", "70", "604").startsWith("{\"call\":\"s"));
        simulator.deactivate();
    }

    @Test
    void whatWouldBeThereTwiceIsRefused() {
        var wrong = assertThrows(
                IllegalArgumentException.class,
                () -> Settings.of(configuration(Map.of("otherTenants", new String[] {"localhost=70-79"}))));
        assertEquals("otherTenants: there is a tenant localhost already", wrong.getMessage());
    }

    @Test
    void nonsenseIsRefusedByName() {
        var wrong = assertThrows(
                IllegalArgumentException.class,
                () -> new Simulator(new FakeEngine(), configuration(Map.of("extensions", "forty"))));
        assertTrue(wrong.getMessage().startsWith("extensions"), wrong.getMessage());
    }

    @Test
    void theShellsWordsAreTheSameAsTheOthers() throws Exception {
        Simulator simulator = new Simulator(new FakeEngine(), configuration(Map.of()));
        assertTrue(simulator.sim().contains("sim call from to [name]   "), simulator.sim());
        assertTrue(simulator.sim("call", "46", "604").startsWith("{\"call\":\"s"));
        assertEquals("{\"sockets\":0}", simulator.sim("cut", "45"));
        assertEquals("{}", simulator.sim("fault", "45", "delay", "millis=50"));
        assertTrue(simulator.sim("status").contains("DELAY BOTH 100% 50 ms"), simulator.sim("status"));
        var wrong = assertThrows(IllegalArgumentException.class, () -> simulator.sim("call", "46"));
        assertEquals("to is missing; usage: call from to [name]", wrong.getMessage());
        simulator.deactivate();
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        // of the errors alone: under load the simulator may say more
        ThresholdFilter errors = new ThresholdFilter();
        errors.setLevel("ERROR");
        errors.start();
        log.addFilter(errors);
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger("pbx.simulator");
        logger.addAppender(log);
        return log;
    }

    private static HttpResponse<String> login(HttpClient client, String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/rest/system/session"))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private int port(String scheme) throws Exception {
        Path file = directory.resolve("ports.properties");
        Properties ports = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                ports.load(in);
            }
        }
        return Integer.parseInt(ports.getProperty(scheme, "0"));
    }

    private SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(directory.resolve("certificate.pem"))) {
            store.setCertificateEntry(
                    "pbx", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** The defaults on free ports, but for the given values. */
    private Configuration configuration(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "httpPort",
                0,
                "httpsPort",
                -1,
                "directory",
                directory.toString(),
                "_password",
                "demo",
                "_adminPassword",
                "demo"));
        all.putAll(values);
        return Given.configuration(all);
    }
}

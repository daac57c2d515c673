package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.api.connection.ConnectionState;

/** Servers are verified, both for the login and for the socket: real TLS, with a certificate made by the JDK's keytool. */
class TlsTest {
    @TempDir
    static Path folder;

    private static X509Certificate certificate;
    private static ServerSocketFactory door;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("store.p12");
        run(
                "-genkeypair",
                "-alias",
                "pbx",
                "-keyalg",
                "EC",
                "-dname",
                "CN=elsewhere.example",
                "-keystore",
                store + "",
                "-storepass",
                "secret",
                "-validity",
                "2");
        run(
                "-exportcert",
                "-rfc",
                "-alias",
                "pbx",
                "-keystore",
                store + "",
                "-storepass",
                "secret",
                "-file",
                folder.resolve("elsewhere.pem") + "");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        certificate = (X509Certificate) keys.getCertificate("pbx");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        door = context.getServerSocketFactory();
    }

    private static void run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    @Test
    void thePinnedCertificateIsAcceptedWhateverItsName() throws Exception {
        try (TestPbx pbx = new TestPbx(door);
                Desk desk = new Desk()) {
            String pin = PinnedCertificate.fingerprint(certificate).replaceAll("(..)(?=.)", "$1:");
            desk.connect("a", settings(pbx, "pin", pin));
            desk.register(pbx);
        }
    }

    @Test
    void anyOtherIsNot() throws Exception {
        try (TestPbx pbx = new TestPbx(door);
                Desk desk = new Desk()) {
            desk.connect("a", settings(pbx, "pin", "ab".repeat(32)));
            assertProblem(desk, "not the pinned one");
            assertEquals(0, pbx.asked.size(), "nothing was said to it");
        }
    }

    @Test
    void anUnknownSignerIsNotTrusted() throws Exception {
        try (TestPbx pbx = new TestPbx(door);
                Desk desk = new Desk()) {
            desk.connect("a", settings(pbx));
            assertProblem(desk, "not trusted");
        }
    }

    @Test
    void aTrustedCertificateMustAlsoHaveTheRightName() throws Exception {
        try (TestPbx pbx = new TestPbx(door);
                Desk desk = new Desk()) {
            desk.connect("a", settings(pbx, "trust", folder.resolve("elsewhere.pem") + ""));
            assertProblem(desk, "127.0.0.1");
        }
    }

    private static Map<String, Object> settings(TestPbx pbx, Object... more) {
        Map<String, Object> settings = Desk.settings(pbx.port(), more);
        settings.put("server", "https://127.0.0.1:" + pbx.port());
        return settings;
    }

    private static void assertProblem(Desk desk, String words) throws InterruptedException {
        String problem = desk.await(
                        s -> s.state() == ConnectionState.CONNECTING
                                && !s.problem().orElse("connecting").equals("connecting"),
                        "a problem")
                .problem()
                .orElse("");
        assertTrue(problem.contains(words), problem);
    }
}

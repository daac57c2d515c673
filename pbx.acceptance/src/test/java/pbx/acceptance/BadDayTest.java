package pbx.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Each misfortune gets one clear line, and takes nothing else with it. */
class BadDayTest {
    @Test
    void aWrongPassword() throws Exception {
        try (Platform platform = new Platform()) {
            platform.set("pbx.account-demo.cfg", ".password", "s3cret-canary");
            platform.start("--headless");
            assertTrue(platform.prints("ready in").contains("wrong password"), platform.printed()::toString);
            assertEquals(1, lines(platform, "wrong password"));
            platform.say("pbx:dial 601", "exit");
            assertEquals(1, platform.ends());
            assertTrue(platform.prints("error: ").startsWith("error: NOT_CONNECTED "));
            assertNoSecret(platform, "s3cret-canary");
        }
    }

    @Test
    void aPortInUse() throws Exception {
        try (Platform platform = new Platform();
                ServerSocket taken = occupied(platform.tlsPort)) {
            platform.set("pbx.account-demo.cfg", "server", "http://127.0.0.1:" + platform.pbxPort);
            platform.start("--headless");
            String line = platform.warns("port " + taken.getLocalPort());
            assertTrue(line.contains("httpsPort"), line);
            String ready = platform.prints("ready in");
            assertTrue(ready.contains("45@localhost registered"), "the other port serves: " + ready);
            platform.say("exit");
            assertEquals(0, platform.ends());
        }
    }

    /** Somebody else's server: room for as many callers as will knock. */
    private static ServerSocket occupied(int port) throws Exception {
        return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    @Test
    void theConsolesPortInUse() throws Exception {
        try (Platform platform = new Platform();
                ServerSocket taken = occupied(platform.consolePort)) {
            platform.start("--headless");
            String ready = platform.prints("ready in");
            assertTrue(ready.contains("console off: port " + taken.getLocalPort()), ready);
            assertEquals(0, lines(platform, "ERROR"), platform.warnings()::toString);
            assertTrue(ready.contains("45@localhost registered"), ready);
            platform.say("exit");
            assertEquals(0, platform.ends());
        }
    }

    @Test
    void aBrokenPluginAndAGoodOneBesideIt() throws Exception {
        try (Platform platform = new Platform()) {
            platform.start("--headless");
            platform.prints("ready in");
            Files.writeString(platform.home.resolve("plugins/broken.jar"), "this is no jar");
            assertTrue(platform.warns("broken.jar").length() < 300);
            platform.say("pbx:deploy " + hello(), "pbx:dial 601", "pbx:await call ACTIVE 40", "pbx:hangup");
            platform.say("pbx:plugins", "exit");
            platform.ends();
            assertTrue(platform.prints("broken.jar").contains("FAILED"), platform.printed()::toString);
            assertTrue(platform.prints("hello").contains("RUNNING"), platform.printed()::toString);
            String log = Files.readString(platform.home.resolve("logs/pbx.log"));
            assertTrue(log.contains(" hello - OUT "), "the plugin wrote its line");
        }
    }

    private static Path hello() throws Exception {
        try (var files = Files.list(Path.of("../plugins/hello/target"))) {
            return files.filter(f -> f.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath()
                    .normalize();
        }
    }

    @Test
    void aMalformedConfiguration() throws Exception {
        try (Platform platform = new Platform()) {
            platform.set("pbx.account-demo.cfg", "server", "not an address");
            platform.set("pbx.simulator.cfg", "idleSeconds", "a while");
            platform.start("--headless");
            String number = platform.warns("pbx.simulator.cfg");
            assertTrue(number.contains("idleSeconds = \"a while\" is not a whole number"), number);
            String line = platform.warns("pbx.account-demo.cfg");
            assertTrue(line.contains("the setting server"), line);
            platform.prints("ready in");
            platform.set("pbx.account-demo.cfg", "server", "https://127.0.0.1:" + platform.tlsPort);
            platform.say("pbx:await account REGISTERED 40", "exit");
            assertEquals(0, platform.ends(), platform.printed()::toString);
        }
    }

    @Test
    void noNetworkButLoopback() throws Exception {
        try (Platform platform = new Platform()) {
            platform.within(
                    "unshare", "--map-root-user", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh");
            platform.start("--headless");
            platform.prints("registered");
            platform.say("pbx:dial 601", "pbx:await call ACTIVE 10", "exit");
            assertEquals(1, platform.ends());
            String line = platform.prints("error: ");
            assertTrue(line.contains("loopback"), line);
        }
    }

    private static long lines(Platform platform, String part) {
        return platform.warnings().stream().filter(line -> line.contains(part)).count();
    }

    /** Neither on the terminal nor in any log, in plain or as the hash that is as good as it. */
    private static void assertNoSecret(Platform platform, String secret) throws Exception {
        String md5 = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("MD5")
                        .digest(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        String all =
                platform.printed() + "" + platform.warnings() + Files.readString(platform.home.resolve("logs/pbx.log"));
        assertFalse(all.contains(secret));
        assertFalse(all.contains(md5));
    }
}

package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pbx.api.connection.ConnectionTest.Step;
import pbx.api.connection.ConnectionTest.What;

/** Each step fails in its turn, and says why. */
class TrialsTest {
    private final Desk desk = new Desk();
    private final Trials trials = new Trials(desk.sockets);

    @AfterEach
    void close() throws Exception {
        trials.stop();
        desk.close();
    }

    @Test
    void whatIsWellPassesEveryStep() throws Exception {
        try (TestPbx pbx = new TestPbx()) {
            CompletionStage<List<Step>> run = trials.run(settings("http://127.0.0.1:" + pbx.port()));
            TestPbx.Wire wire = pbx.socket();
            assertTrue(wire.texts.poll(30, TimeUnit.SECONDS).contains("subscribe"));
            wire.text("{\"action\":\"own-calls\",\"calls\":[]}");
            List<Step> steps = get(run);
            assertEquals(
                    List.of(What.SETTINGS, What.DNS, What.TCP, What.LOGIN, What.SOCKET, What.STATE),
                    steps.stream().map(Step::what).toList());
            assertTrue(steps.stream().allMatch(Step::passed), steps::toString);
            assertTrue(steps.get(3).words().contains("67.0.5"), steps::toString);
            assertEquals(List.of(), List.copyOf(desk.states), "it is no connection");
        }
    }

    @Test
    void aWrongPasswordFailsAtTheLogin() throws Exception {
        try (TestPbx pbx = new TestPbx()) {
            pbx.answers = ask -> TestPbx.answer("200 OK", "", "\"\"");
            Step last = last(settings("http://127.0.0.1:" + pbx.port()));
            assertEquals(What.LOGIN, last.what());
            assertTrue(last.words().contains("wrong password"), last.words());
            assertFalse(last.words().contains("canary"), last.words());
        }
    }

    @Test
    void whereNobodyListensItFailsAtTcp() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        Step last = last(settings("http://127.0.0.1:" + port));
        assertEquals(What.TCP, last.what());
        assertTrue(last.words().contains("cannot be reached"), last.words());
    }

    @Test
    void anUnknownNameFailsAtDns() throws Exception {
        assertEquals(What.DNS, last(settings("https://pbx.invalid")).what());
    }

    @Test
    void whatShowsNoCertificateFailsAtTls() throws Exception {
        try (TestPbx plain = new TestPbx()) {
            assertEquals(
                    What.TLS,
                    last(settings("https://127.0.0.1:" + plain.port())).what());
        }
    }

    @Test
    void settingsThatCannotBeUsedAreNotTried() throws Exception {
        Step last = last(settings("ftp://x"));
        assertEquals(What.SETTINGS, last.what());
        assertTrue(last.words().contains("https://"), last.words());
        assertFalse(last.words().contains("conf/"), "nobody wrote a file of it: " + last.words());
    }

    private Step last(Map<String, Object> settings) throws Exception {
        List<Step> steps = get(trials.run(settings));
        Step last = steps.get(steps.size() - 1);
        assertFalse(last.passed(), steps::toString);
        return last;
    }

    private static List<Step> get(CompletionStage<List<Step>> run) throws Exception {
        return run.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static Map<String, Object> settings(String server) {
        return Map.of("server", server, "tenant", "tenant.example", "extension", "501", ".password", "canary");
    }
}

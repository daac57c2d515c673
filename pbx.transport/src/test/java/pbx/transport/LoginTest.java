package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pbx.api.PbxException;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Dialect;

/** Every way of logging in, and every way in which a PBX says no; over real HTTP. */
class LoginTest {
    private static final String COOKIE =
            "Server: PBX/70.1\r\nSet-Cookie: session=fromcookie; Path=/; SameSite=Strict; Secure; HttpOnly\r\n";

    private TestPbx pbx;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        pbx = new TestPbx();
        desk = new Desk();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        pbx.close();
    }

    @Test
    void theCookieCountsWhereThereIsOne() throws Exception {
        pbx.answers = ask -> TestPbx.answer("200 OK", COOKIE, "\"frombody\"");
        desk.connect("a", Desk.settings(pbx.port()));
        assertEquals("session=fromcookie", pbx.socket().handshake.headers().get("cookie"));
    }

    @Test
    void aPostIsTriedWherePutIsNotKnown() throws Exception {
        pbx.answers = ask ->
                ask.method().equals("PUT") ? TestPbx.answer("405 Method Not Allowed", "", "") : TestPbx.usual(ask);
        desk.connect("a", Desk.settings(pbx.port()));
        TestPbx.Ask put = ask();
        TestPbx.Ask post = ask();
        assertEquals(List.of("PUT", "POST"), List.of(put.method(), post.method()));
        assertEquals(put.body(), post.body());
        desk.register(pbx);
    }

    @Test
    void aWrongPasswordInEachOfItsForms() throws Exception {
        for (String body : List.of("\"\"", "false", "null", "", "{}", "no json")) {
            assertRefused("200 OK", body, "wrong password");
        }
        assertRefused("401 Unauthorized", "", "wrong password");
        assertRefused("403 Forbidden", "", "API access");
        assertRefused("404 Not Found", "", "no such tenant");
        assertRefused("400 Bad Request", "", "HTTP status 400");
    }

    @Test
    void aSecondFactorIsSaidToBeWanted() throws Exception {
        for (String body : List.of("{\"2fa\":true}", "{\"factor\":[\"login-app\"]}", "{\"method\":\"x\",\"2nd\":1}")) {
            assertRefused("200 OK", body, "second factor");
            assertRefused("401 Unauthorized", body, "second factor");
        }
    }

    private void assertRefused(String status, String body, String words) throws Exception {
        pbx.answers = ask -> TestPbx.answer(status, "", body);
        VodiaConnection connection = desk.connect("a", Desk.settings(pbx.port()));
        ConnectionStatus refused = desk.await(ConnectionState.REFUSED);
        assertTrue(refused.problem().orElse("").contains(words), () -> status + " " + body + ": " + refused);
        assertFalse(refused.toString().contains("8fe4c114"), "the password's MD5 is as good as the password");
        connection.stop(6);
        desk.await(ConnectionState.CLOSED);
    }

    @Test
    void aTokenFromABroker() throws Exception {
        try (TestPbx broker = new TestPbx()) {
            AtomicInteger given = new AtomicInteger();
            broker.answers = ask -> TestPbx.answer("200 OK", "", "{\"token\":\"tok" + given.incrementAndGet() + "\"}");
            pbx.answers = ask -> TestPbx.answer("200 OK", COOKIE, "true");
            desk.connect(
                    "a",
                    Desk.settings(
                            pbx.port(),
                            "_password",
                            "",
                            "token_url",
                            "http://127.0.0.1:" + broker.port() + "/token?u={user}&d={domain}",
                            "_tokenSecret",
                            "shh"));
            TestPbx.Ask asked = broker.asked.poll(30, TimeUnit.SECONDS);
            assertEquals("GET /token?u=501&d=tenant.example", asked.method() + " " + asked.path());
            assertEquals("Bearer shh", asked.headers().get("authorization"));
            assertRedeemed("tok1");
            assertEquals("session=fromcookie", pbx.socket().handshake.headers().get("cookie"));
            assertEquals(Dialect.MODERN, desk.await(ConnectionState.CONNECTED).dialect());
        }
    }

    @Test
    void aTokenFromACommandAFreshOneForEveryTry() throws Exception {
        pbx.answers = ask -> TestPbx.answer("200 OK", COOKIE, "true");
        desk.connect(
                "a",
                Desk.settings(pbx.port(), "token_command", "/usr/bin/env sh -c echo${IFS}$PBX_USER-$PBX_DOMAIN-$$"));
        TestPbx.Ask first = ask();
        assertTrue(first.body().contains("501-tenant.example-"), first::body);
        pbx.socket().cut();
        TestPbx.Ask second = ask("POST");
        assertFalse(first.body().equals(second.body()), "tokens work once");
    }

    @Test
    void aTokenMadeByTheSystemAdministrator() throws Exception {
        pbx.answers = ask -> ask.headers().containsKey("authorization")
                ? TestPbx.answer("200 OK", "", "\"twentycharacterstoken\"")
                : TestPbx.answer("200 OK", COOKIE, "true");
        desk.connect("a", Desk.settings(pbx.port(), "node", true, "admin", "root", "_adminPassword", "top"));
        TestPbx.Ask made = ask();
        assertEquals("Basic cm9vdDp0b3A=", made.headers().get("authorization"));
        assertEquals(
                new Json().value("{\"name\":\"3rd\",\"username\":\"501\",\"domain\":\"tenant.example\"}"),
                new Json().value(made.body()));
        TestPbx.Ask redeemed = assertRedeemed("twentycharacterstoken");
        assertNull(redeemed.headers().get("authorization"), "step 2 carries no credentials");
        pbx.socket();
    }

    @Test
    void observedRefusalsOfTokens() throws Exception {
        Map<String, Object> admin = Desk.settings(pbx.port(), "node", true, "admin", "root", "_adminPassword", "top");
        pbx.answers = ask -> TestPbx.answer("200 OK", "", "false");
        desk.connect("a", admin);
        assertProblem("wrong system administrator credentials");
        pbx.answers = ask -> TestPbx.answer("404 Not Found", "", "");
        desk.connect("b", admin);
        assertProblem("no such tenant or extension");
        pbx.answers = ask -> ask.headers().containsKey("authorization")
                ? TestPbx.answer("200 OK", "", "\"late\"")
                : TestPbx.answer("200 OK", "", "false");
        desk.connect("c", admin);
        assertProblem("did not accept the login token");
        desk.connect("d", Desk.settings(pbx.port(), "token_command", "/usr/bin/false"));
        assertProblem("exit code 1");
        desk.connect("e", Desk.settings(pbx.port(), "token_command", "/does/not/exist"));
        assertProblem("cannot be run");
    }

    private void assertProblem(String words) throws InterruptedException {
        String problem = desk.await(ConnectionState.REFUSED).problem().orElse("");
        assertTrue(problem.contains(words), problem);
    }

    @Test
    void theVersionIsAskedForWhereTheLoginDoesNotSayIt() throws Exception {
        pbx.answers = ask -> ask.path().equals("/")
                ? TestPbx.answer("200 OK", "Server: PBX/69.5\r\n", "")
                : TestPbx.answer("200 OK", "", "\"id\"");
        desk.connect("a", Desk.settings(pbx.port()));
        ConnectionStatus open = desk.await(ConnectionState.CONNECTED);
        assertEquals(Optional.of("69.5"), open.version());
        assertEquals(Dialect.MODERN, open.dialect());
    }

    @Test
    void anExpiredSessionIsRenewedForRestAndTheSocketStays() throws Exception {
        AtomicInteger logins = new AtomicInteger();
        pbx.answers = ask -> ask.method().equals("PUT")
                ? TestPbx.answer("200 OK", "Server: PBX/67\r\n", "\"session" + logins.incrementAndGet() + "\"")
                : ask.headers().get("cookie").equals("session=session2")
                        ? TestPbx.answer("200 OK", "", "[1]")
                        : TestPbx.answer("401 Unauthorized", "", "");
        VodiaConnection connection = desk.connect("a", Desk.settings(pbx.port()));
        TestPbx.Wire wire = desk.register(pbx);
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    List.of(1),
                    connection
                            .ask("GET", "/rest/user/%s/calls", Map.of())
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS));
        }
        assertEquals(2, logins.get());
        assertTrue(wire.alive("still the same socket"));
    }

    /** A softphone that was asleep asks for much at once. */
    @Test
    void manyThatFindTheSessionExpiredAtOnceShareOneLogin() throws Exception {
        int many = 8;
        AtomicInteger logins = new AtomicInteger();
        CountDownLatch expired = new CountDownLatch(many);
        pbx.answers = ask -> {
            if (ask.method().equals("PUT")) {
                return TestPbx.answer("200 OK", "Server: PBX/67\r\n", "\"session" + logins.incrementAndGet() + "\"");
            }
            if (!ask.headers().get("cookie").equals("session=session1")) {
                return TestPbx.answer("200 OK", "", "[1]");
            }
            expired.countDown();
            await(expired);
            return TestPbx.answer("401 Unauthorized", "", "");
        };
        VodiaConnection connection = desk.connect("a", Desk.settings(pbx.port()));
        desk.register(pbx);
        List<CompletableFuture<Object>> asked = Stream.generate(() ->
                        connection.ask("GET", "/rest/user/%s/calls", Map.of()).toCompletableFuture())
                .limit(many)
                .toList();
        for (CompletableFuture<Object> one : asked) {
            assertEquals(List.of(1), one.get(20, TimeUnit.SECONDS));
        }
        assertEquals(2, logins.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFileIsFetchedByteByByteAndAMissingOneIsRefused() throws Exception {
        String file = "RIFF\u0001\u007f\n\u0000.";
        pbx.answers = ask -> ask.method().equals("PUT")
                ? TestPbx.answer("200 OK", "Server: PBX/67\r\n", "\"session\"")
                : ask.path().endsWith("/message/7")
                        ? TestPbx.answer("200 OK", "", file)
                        : TestPbx.answer("404 Not Found", "", "");
        VodiaConnection connection = desk.connect("a", Desk.settings(pbx.port()));
        desk.register(pbx);
        byte[] bytes = connection
                .fetch("/rest/user/%s/message/7")
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        assertArrayEquals(file.getBytes(StandardCharsets.UTF_8), bytes);
        ExecutionException failure = assertThrows(ExecutionException.class, () -> connection
                .fetch("/rest/user/%s/message/8")
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS));
        assertEquals(
                PbxException.Reason.REFUSED,
                assertInstanceOf(PbxException.class, failure.getCause()).reason());
    }

    private TestPbx.Ask ask() throws InterruptedException {
        return pbx.asked.poll(30, TimeUnit.SECONDS);
    }

    private TestPbx.Ask ask(String method) throws InterruptedException {
        TestPbx.Ask ask = ask();
        while (!ask.method().equals(method)) {
            ask = ask();
        }
        return ask;
    }

    private TestPbx.Ask assertRedeemed(String token) throws InterruptedException {
        TestPbx.Ask redeemed = ask();
        assertEquals("POST /rest/system/session", redeemed.method() + " " + redeemed.path());
        assertEquals(
                new Json().value("{\"name\":\"session\",\"value\":\"" + token + "\"}"),
                new Json().value(redeemed.body()));
        return redeemed;
    }
}

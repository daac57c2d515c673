package screenpop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pbx.api.AccountId;
import pbx.api.call.Call;
import pbx.api.call.CallChange;
import pbx.api.call.CallId;
import pbx.api.call.CallState;
import pbx.api.call.Direction;
import pbx.api.call.MediaState;
import pbx.api.call.Party;

class ScreenPopTest {
    private static final int SILENCE = 0;
    private static final String HOSTILE = "x\"}&{number}#<script>/../\r\n";
    private final BlockingQueue<String> posted = new LinkedBlockingQueue<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private HttpServer server;
    private URI hook;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posted.add(body);
            posted.add(exchange.getRequestHeaders().getFirst("X-Pbx-Timestamp") + "."
                    + exchange.getRequestHeaders().getFirst("X-Pbx-Signature"));
            int answer = answers.isEmpty() ? 204 : answers.pop();
            if (answer != SILENCE) {
                exchange.sendResponseHeaders(answer, -1);
                exchange.close();
            }
        });
        server.start();
        hook = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCallThatComesInIsPostedSignedAndAgainWhenTheServerWasBusy() throws Exception {
        answers.add(503);
        ScreenPop pop = new ScreenPop(List.of(new Webhook(hook, "secret", Duration.ofSeconds(5), 3)));
        pop.callChanged(change(Direction.IN, Instant.now()));
        String body = posted.poll(30, TimeUnit.SECONDS);
        assertEquals(
                "{\"event\":\"ringing\",\"account\":\"demo\",\"call\":\"c1\",\"number\":\"0891234\",\"name\":"
                        + "\"x\\\"}&{number}#<script>/../\\u000d\\u000a\",",
                body.substring(0, body.indexOf("\"began\"")));
        String signed = posted.poll(30, TimeUnit.SECONDS);
        int dot = signed.indexOf('.');
        assertEquals("sha256=" + hmac(signed.substring(0, dot) + "." + body), signed.substring(dot + 1));
        assertEquals(body, posted.poll(30, TimeUnit.SECONDS), "tried again");
        pop.stop();
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUpAndTriedAgain() throws Exception {
        answers.add(SILENCE);
        ScreenPop pop = new ScreenPop(List.of(new Webhook(hook, "", Duration.ofMillis(100), 2)));
        pop.callChanged(change(Direction.IN, Instant.now()));
        String body = posted.poll(30, TimeUnit.SECONDS);
        posted.poll(30, TimeUnit.SECONDS);
        assertEquals(body, posted.poll(30, TimeUnit.SECONDS), "tried again");
        pop.stop();
    }

    @Test
    void outgoingOldAndRefusedOnesAreNotToldAgain() throws Exception {
        answers.add(404);
        ScreenPop pop = new ScreenPop(List.of(new Webhook(hook, "", Duration.ofSeconds(5), 3)));
        pop.callChanged(change(Direction.OUT, Instant.now()));
        pop.callChanged(change(Direction.IN, Instant.now().minusSeconds(60)));
        pop.callChanged(change(Direction.IN, Instant.now()));
        pop.callChanged(change(Direction.IN, Instant.now()));
        assertEquals("{\"event", posted.poll(30, TimeUnit.SECONDS).substring(0, 7));
        assertEquals("null", posted.poll(30, TimeUnit.SECONDS).replaceAll(".*\\.", ""));
        assertEquals("{\"event", posted.poll(30, TimeUnit.SECONDS).substring(0, 7));
        posted.poll(30, TimeUnit.SECONDS);
        assertNull(posted.poll(50, TimeUnit.MILLISECONDS));
        pop.stop();
    }

    @Test
    void whatAStrangerChoseStaysWhereTheTemplatePutsIt() {
        Page page = new Page("https://crm.example/p/{name}?q={number}#x", List.of("browser"));
        URI address =
                page.address(Ringing.of(change(Direction.IN, Instant.now()).after()));
        assertEquals("/p/" + HOSTILE, address.getPath());
        assertEquals("q=0891234", address.getQuery());
        assertEquals("x", address.getFragment());
        assertThrows(IllegalArgumentException.class, () -> new Page("file:///etc/passwd", List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Webhook(URI.create("ftp://x/"), "", Duration.ofSeconds(1), 1));
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static CallChange change(Direction direction, Instant began) {
        Call call = new Call(
                new CallId(new AccountId("demo"), "c1"),
                direction,
                new Party("0891234", HOSTILE),
                CallState.RINGING,
                false,
                false,
                false,
                MediaState.NONE,
                true,
                began,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "");
        return new CallChange(Optional.empty(), call);
    }
}

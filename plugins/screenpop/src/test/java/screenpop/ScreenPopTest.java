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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
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
import pbx.api.call.EndReason;
import pbx.api.call.Ending;
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
        ScreenPop pop = new ScreenPop(List.of(), List.of(new Webhook(hook, "secret", Duration.ofSeconds(5), 3)));
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
        ScreenPop pop = new ScreenPop(List.of(), List.of(new Webhook(hook, "", Duration.ofMillis(100), 2)));
        pop.callChanged(change(Direction.IN, Instant.now()));
        String body = posted.poll(30, TimeUnit.SECONDS);
        posted.poll(30, TimeUnit.SECONDS);
        assertEquals(body, posted.poll(30, TimeUnit.SECONDS), "tried again");
        pop.stop();
    }

    @Test
    void outgoingOldAndRefusedOnesAreNotToldAgain() throws Exception {
        answers.add(404);
        ScreenPop pop = new ScreenPop(List.of(), List.of(new Webhook(hook, "", Duration.ofSeconds(5), 3)));
        pop.callChanged(change(Direction.OUT, Instant.now()));
        pop.callChanged(
                change("old", CallState.RINGING, Direction.IN, Instant.now().minusSeconds(60)));
        pop.callChanged(change(Direction.IN, Instant.now()));
        pop.callChanged(change("c2", CallState.RINGING, Direction.IN, Instant.now()));
        assertEquals("{\"event", posted.poll(30, TimeUnit.SECONDS).substring(0, 7));
        assertEquals("null", posted.poll(30, TimeUnit.SECONDS).replaceAll(".*\\.", ""));
        assertEquals("{\"event", posted.poll(30, TimeUnit.SECONDS).substring(0, 7));
        posted.poll(30, TimeUnit.SECONDS);
        assertNull(posted.poll(50, TimeUnit.MILLISECONDS));
        pop.stop();
    }

    /** Tried three times it would be again after 1 s, when nobody wants to know any more. */
    @Test
    void aServerIsNotTriedOnceTheCallIsStale() throws Exception {
        answers.addAll(List.of(503, 503, 503));
        Webhook webhook = new Webhook(hook, "", Duration.ofSeconds(5), 3);
        Ringing old = Ringing.of(
                change(Direction.IN, Instant.now().minusMillis(29_500)).after());
        assertThrows(IOException.class, () -> webhook.tell(old));
        assertEquals(2, posted.size(), "one post");
    }

    @Test
    void aSlowServerHoldsUpNeitherPageNorOtherCalls() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        CountDownLatch never = new CountDownLatch(1);
        Pop slow = call -> {
            told.add("webhook " + call.call());
            never.await();
        };
        ScreenPop pop = new ScreenPop(List.of(call -> told.add("page " + call.call())), List.of(slow));
        pop.callChanged(change("c1", CallState.RINGING, Direction.IN, Instant.now()));
        pop.callChanged(change("c2", CallState.RINGING, Direction.IN, Instant.now()));
        Set<String> heard = new TreeSet<>();
        for (int i = 0; i < 4; i++) {
            heard.add(String.valueOf(told.poll(20, TimeUnit.SECONDS)));
        }
        assertEquals(Set.of("page c1", "page c2", "webhook c1", "webhook c2"), heard);
        pop.stop();
    }

    /** As a call control that was replaced tells it: with nothing before. An id that is used again is another call. */
    @Test
    void aCallThatIsToldAgainWhileItRingsPopsUpOnce() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        ScreenPop pop = new ScreenPop(List.of(call -> told.add(call.call())), List.of());
        pop.callChanged(change("c1", CallState.RINGING, Direction.IN, Instant.now()));
        pop.callChanged(change("c1", CallState.RINGING, Direction.IN, Instant.now()));
        pop.callChanged(change("c2", CallState.RINGING, Direction.IN, Instant.now()));
        pop.callChanged(change("c1", CallState.ENDED, Direction.IN, Instant.now()));
        pop.callChanged(change("c1", CallState.RINGING, Direction.IN, Instant.now()));
        for (String next : List.of("c1", "c2", "c1")) {
            assertEquals(next, told.poll(20, TimeUnit.SECONDS));
        }
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
        return change("c1", CallState.RINGING, direction, began);
    }

    private static CallChange change(String id, CallState state, Direction direction, Instant began) {
        boolean over = state == CallState.ENDED;
        Call call = new Call(
                new CallId(new AccountId("demo"), id),
                direction,
                new Party("0891234", HOSTILE),
                state,
                false,
                false,
                false,
                MediaState.NONE,
                true,
                began,
                Optional.empty(),
                over ? Optional.of(new Ending(Ending.By.THERE, EndReason.HUNG_UP, "hung up")) : Optional.empty(),
                over ? Optional.of(began.plusSeconds(3)) : Optional.empty(),
                false,
                "");
        return new CallChange(Optional.empty(), call);
    }
}

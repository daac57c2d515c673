package pbx.kit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody else's client, with nothing but the JDK. */
final class Client implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    /** Logs in; the answer's body is a quoted session, or an empty text in quotes. */
    static String login(URI pbx, String extension) throws Exception {
        String md5 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("MD5").digest("demo".getBytes(StandardCharsets.UTF_8)));
        String body = "{\"name\":\"auth\",\"value\":\"" + extension + " " + md5 + "\"}";
        HttpRequest request = HttpRequest.newBuilder(pbx.resolve("/rest/system/session"))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    static Client phone(URI pbx, String extension) throws Exception {
        Client client = new Client();
        client.socket = HTTP.newWebSocketBuilder()
                .header("Cookie", "session=" + login(pbx, extension).replace("\"", ""))
                .buildAsync(
                        URI.create("ws://" + pbx.getAuthority() + "/websocket?domain=localhost&user=" + extension),
                        client)
                .get(30, TimeUnit.SECONDS);
        client.send("{\"action\":\"sip-register\",\"useragent\":\"kit\"}");
        client.await("\"sip-register\"");
        return client;
    }

    void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Waits for its end. It also tries: the JDK's client sometimes does not tell that the far end has closed the connection. */
    void awaitEnd() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try {
            while (!gone.isDone()) {
                assertTrue(System.nanoTime() < until, "it goes on");
                send("{\"action\":\"avoid-disconnect\"}");
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (CompletionException e) {
            // nothing can be sent any more
        }
    }

    /** The next frame that has the words in it. */
    String await(String words) throws InterruptedException {
        while (true) {
            String frame = frames.poll(30, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame with " + words);
            }
            if (frame.contains(words)) {
                return frame;
            }
        }
    }

    /** Whether there is such a frame among those that were not read. */
    boolean saw(String words) {
        return frames.stream().anyMatch(frame -> frame.contains(words));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        gone.complete(null);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        gone.complete(null);
    }
}

package pbx.simulator;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A client's end of a socket: sends texts and waits for frames. */
final class Client implements WebSocket.Listener {
    static final String OFFER = "v=0\\r\\na=fingerprint:sha-256 AA\\r\\n";

    private static final JsonMapper JSON = new JsonMapper();

    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;

    static Client open(Bench bench, String extension, String session) {
        return open(bench, "localhost", extension, session);
    }

    static Client open(Bench bench, String tenant, String extension, String session) {
        Client client = new Client();
        URI uri = URI.create("ws://127.0.0.1:" + bench.port + "/websocket?domain=" + tenant + "&user=" + extension);
        client.socket = bench.http
                .newWebSocketBuilder()
                .header("Cookie", "session=" + session)
                .buildAsync(uri, client)
                .join();
        return client;
    }

    /** The status with which the handshake is refused. */
    static int refused(Bench bench, String query, String cookie) {
        URI uri = URI.create("ws://127.0.0.1:" + bench.port + "/websocket?" + query);
        var builder = bench.http.newWebSocketBuilder();
        if (!cookie.isEmpty()) {
            builder.header("Cookie", cookie);
        }
        var opening = builder.buildAsync(uri, new Client());
        var failure = assertThrows(CompletionException.class, opening::join).getCause();
        return assertInstanceOf(WebSocketHandshakeException.class, failure)
                .getResponse()
                .statusCode();
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** Without waiting: the PBX may close the socket before all of it is written. */
    void begin(String text) {
        var unused = socket.sendText(text, true);
    }

    void ping() {
        socket.sendPing(java.nio.ByteBuffer.allocate(4)).join();
    }

    void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** The line is cut, without a word. */
    void cut() {
        socket.abort();
    }

    void dial(String callid, String number) {
        send("{\"action\":\"sdp-packet\",\"to\":\"" + number + "\",\"callid\":\"" + callid
                + "\",\"sdp\":{\"type\":\"offer\",\"sdp\":\"" + OFFER + "\"}}");
    }

    void answer(JsonNode invite) {
        send("{\"action\":\"sdp-200ok\",\"callid\":\"" + invite.get("callid").asText() + "\",\"cseq\":"
                + invite.get("cseq") + ",\"sdp\":{\"type\":\"answer\",\"sdp\":\"" + OFFER + "\"}}");
    }

    /** Sends an action that names a call. */
    void about(String action, String callid, String more) {
        send("{\"action\":\"" + action + "\",\"callid\":\"" + callid + "\"" + more + "}");
    }

    /** Skips to the next frame of that action. */
    JsonNode action(String action) {
        return await(action, frame -> action.equals(frame.path("action").asText()));
    }

    /** Skips to the next flat frame with that key. */
    JsonNode flat(String key) {
        return await(key, frame -> frame.has(key) && !frame.has("action"));
    }

    /** Skips to the next list of calls in which the first has the state. */
    JsonNode call(String state) {
        return await(
                        "call " + state,
                        frame -> frame.path("action").asText().equals("call-state")
                                && frame.at("/calls/0/state").asText().equals(state))
                .at("/calls/0");
    }

    /** Skips to the next list of calls in which that one has the state. */
    JsonNode call(String id, String state) {
        JsonNode frame =
                await("call " + id + " " + state, seen -> find(seen, id, state).isObject());
        return find(frame, id, state);
    }

    private static JsonNode find(JsonNode frame, String id, String state) {
        if (frame.path("action").asText().equals("call-state")) {
            for (JsonNode call : frame.get("calls")) {
                if (call.get("id").asText().equals(id)
                        && call.get("state").asText().equals(state)) {
                    return call;
                }
            }
        }
        return MissingNode.getInstance();
    }

    void noCalls() {
        await(
                "no calls",
                frame -> frame.path("action").asText().equals("call-state")
                        && frame.get("calls").isEmpty());
    }

    JsonNode await(String what, Predicate<JsonNode> wanted) {
        StringBuilder skipped = new StringBuilder();
        try {
            for (JsonNode frame = next(); frame != null; frame = next()) {
                if (wanted.test(frame)) {
                    return frame;
                }
                skipped.append('\n').append(frame);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        throw new AssertionError("no " + what + " came, but" + skipped);
    }

    private JsonNode next() throws InterruptedException {
        return frames.poll(20, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(JSON.readTree(partial.toString()));
            } catch (JsonProcessingException notJson) {
                throw new IllegalStateException(notJson);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }
}

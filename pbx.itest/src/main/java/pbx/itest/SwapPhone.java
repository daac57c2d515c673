package pbx.itest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.LocalCandidate;
import pbx.webrtc.AudioEngine.Registration;

/**
 * Another phone at the embedded PBX, which shares nothing with the platform but the engine: it does what it is told at the very
 * moment when a part of the platform is away. Legacy dialect, one call at a time.
 */
final class SwapPhone implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWNER = "swap-phone";

    private final AudioEngine engine;
    private final Watched<JsonNode> frames = new Watched<>();
    private final StringBuilder part = new StringBuilder();
    private final Set<String> told = new HashSet<>();
    private final Registration candidates;
    private final WebSocket socket;
    private volatile String callid = "";

    SwapPhone(AudioEngine engine, int port, String extension) throws Exception {
        this.engine = engine;
        HttpClient http = HttpClient.newHttpClient();
        byte[] md5 = MessageDigest.getInstance("MD5").digest("demo".getBytes(StandardCharsets.UTF_8));
        ObjectNode login = JSON.createObjectNode()
                .put("name", "auth")
                .put("value", extension + "@localhost " + String.format("%032x", new BigInteger(1, md5)));
        HttpResponse<String> session = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/rest/system/session"))
                        .PUT(HttpRequest.BodyPublishers.ofString(login.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        socket = http.newWebSocketBuilder()
                .header("Cookie", "session=" + JSON.readTree(session.body()).asText())
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + port + "/websocket?domain=localhost&user=" + extension), this)
                .join();
        candidates = engine.listen(OWNER, (id, event) -> trickle());
        say(action("sip-register"));
        frames.await("registered", frame -> "sip-register"
                .equals(frame.path("action").asText()));
    }

    /** Rings, as soon as it is called. */
    void ring() throws InterruptedException {
        JsonNode invite = frames.await("a call", frame -> frame.has("invitesdp"));
        callid = invite.get("callid").asText();
        say(action("sip-ringing").put("callid", callid).put("cseq", cseq(invite)));
    }

    /** Answers the call that rings. */
    void answer() throws Exception {
        JsonNode invite = frames.await("a call", frame -> frame.has("invitesdp"));
        String sdp =
                Office.get(engine.answer(OWNER, callid, invite.get("invitesdp").asText()));
        ObjectNode ok = action("sdp-200ok").put("callid", callid).put("cseq", cseq(invite));
        ok.putObject("sdp").put("type", "answer").put("sdp", sdp);
        say(ok);
        trickle();
    }

    /** Calls a number; {@link #connected} is when it is answered. */
    void dial(String number) throws Exception {
        callid = Long.toHexString(System.nanoTime()) + "@phone";
        ObjectNode offer = action("sdp-packet").put("to", number).put("callid", callid);
        offer.putObject("sdp").put("type", "offer").put("sdp", Office.get(engine.offer(OWNER, callid)));
        say(offer);
    }

    void connected() throws Exception {
        JsonNode answer = frames.await(
                "an answer",
                frame -> frame.has("sdp") && frame.path("callid").asText().equals(callid));
        Office.get(engine.accept(OWNER, callid, answer.get("sdp").asText()));
        trickle();
    }

    void hangUp(boolean caller) {
        say(action("sip-bye").put("callid", callid).put("caller", caller ? "true" : "false"));
        over();
    }

    /** Forgets the call that was. */
    void over() {
        if (!callid.isEmpty()) {
            engine.close(OWNER, callid).join();
        }
        callid = "";
        frames.forget();
    }

    /** The call's two ends of sound: the platform's and this one. */
    SwapEnd end() {
        return new SwapEnd(engine, OWNER, callid);
    }

    private static int cseq(JsonNode invite) {
        return invite.path("cseq").asInt();
    }

    private static ObjectNode action(String action) {
        return JSON.createObjectNode().put("action", action);
    }

    private synchronized void say(JsonNode message) {
        socket.sendText(message.toString(), true).join();
    }

    private synchronized void trickle() {
        for (AudioEngine.Session session : engine.sessions(OWNER)) {
            for (LocalCandidate found : session.candidates()) {
                if (told.add(session.id() + found.line())) {
                    ObjectNode candidate = action("ice-candidate").put("callid", session.id());
                    candidate
                            .putObject("candidate")
                            .put("candidate", found.line())
                            .put("sdpMid", found.mid());
                    say(candidate);
                }
            }
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            take(part.toString());
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void take(String text) {
        try {
            JsonNode frame = JSON.readTree(text);
            if (frame.has("candidate") && !frame.path("callid").asText().isEmpty()) {
                engine.candidate(
                        OWNER,
                        frame.get("callid").asText(),
                        frame.get("candidate").asText(),
                        "",
                        0);
            }
            frames.add(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        over();
        candidates.close();
        socket.abort();
    }
}

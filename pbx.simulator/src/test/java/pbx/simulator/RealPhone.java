package pbx.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.exchange.Outlet;
import pbx.webrtc.AudioEngine;
import pbx.webrtc.AudioEngine.LocalCandidate;

/** A client with a real peer connection, of either dialect, without a socket: what a browser does, as short as can be. */
final class RealPhone implements Outlet {
    private static final JsonMapper JSON = new JsonMapper();

    final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    final Listening ear = new Listening();
    private final AudioEngine engine;
    private final String extension;
    private final Exchange.Line line;
    private final Set<LocalCandidate> told = new HashSet<>();
    private volatile String callid = "";
    private volatile boolean offered;

    RealPhone(AudioEngine engine, Exchange exchange, String extension) {
        this.engine = engine;
        this.extension = extension;
        engine.listen(extension, (session, event) -> trickle());
        line = exchange.open(extension, this);
        tell(action("own-calls").put("subscribe", true));
        tell(action("sip-register").put("useragent", "real"));
    }

    void dial(String id, String number) throws Exception {
        callid = id;
        offered = true;
        String offer = engine.offer(extension, id).get(30, TimeUnit.SECONDS);
        ObjectNode frame = action("sdp-packet").put("to", number).put("callid", id);
        frame.putObject("sdp").put("type", "offer").put("sdp", offer);
        tell(frame);
        trickle();
    }

    /** Waits for the invite and answers it. */
    String answer() throws Exception {
        JsonNode invite = await(frame -> frame.has("invitesdp"));
        callid = invite.get("callid").asText();
        answerOffer(invite, invite.get("invitesdp").asText());
        return callid;
    }

    void hold(boolean on) {
        tell(about("wrtc-hold").put("holdcmd", on ? "sendonly" : "sendrecv"));
    }

    void transfer(String number) {
        tell(action("blind-transfer2").put("id", callid).put("from", extension).put("to", number));
    }

    Void press(String digits) throws Exception {
        return engine.press(extension, callid, digits, 150, 150).get(30, TimeUnit.SECONDS);
    }

    void play(double hertz) {
        engine.source(extension, callid, pbx.simulator.sound.Tone.steady(hertz, 8_000));
    }

    void hangUp() {
        tell(about("sip-bye"));
        engine.close(extension, callid);
    }

    JsonNode connected() throws Exception {
        return await(frame -> frame.path("action").asText().equals("call-state")
                && frame.at("/calls/0/state").asText().equals("connected"));
    }

    JsonNode await(Predicate<JsonNode> wanted) throws Exception {
        for (JsonNode frame = next(); frame != null; frame = next()) {
            if (wanted.test(frame)) {
                return frame;
            }
        }
        throw new AssertionError("extension " + extension + " was not told what it waits for");
    }

    private JsonNode next() throws Exception {
        JsonNode frame = frames.poll(20, TimeUnit.SECONDS);
        if (frame != null && frame.has("sdp")) {
            described(frame);
        }
        return frame;
    }

    private void described(JsonNode frame) throws Exception {
        String sdp = frame.get("sdp").asText();
        if (sdp.contains("a=setup:actpass")) {
            answerOffer(frame, sdp);
        } else if (offered) {
            offered = false;
            engine.accept(extension, callid, sdp).get(30, TimeUnit.SECONDS);
            engine.sink(extension, callid, ear);
        }
    }

    private void answerOffer(JsonNode frame, String sdp) throws Exception {
        String answer = engine.answer(extension, callid, sdp).get(30, TimeUnit.SECONDS);
        ObjectNode reply = about("sdp-200ok").put("cseq", frame.get("cseq").asInt());
        reply.putObject("sdp").put("type", "answer").put("sdp", answer);
        engine.sink(extension, callid, ear);
        tell(reply);
        trickle();
    }

    private synchronized void trickle() {
        engine.sessions(extension).stream()
                .filter(session -> session.id().equals(callid))
                .flatMap(session -> session.candidates().stream())
                .filter(told::add)
                .forEach(found -> {
                    ObjectNode frame = about("ice-candidate");
                    frame.putObject("candidate")
                            .put("candidate", found.line())
                            .put("sdpMid", found.mid())
                            .put("sdpMLineIndex", found.index());
                    tell(frame);
                });
    }

    private ObjectNode about(String name) {
        return action(name).put("callid", callid);
    }

    private static ObjectNode action(String name) {
        return JSON.createObjectNode().put("action", name);
    }

    private void tell(ObjectNode frame) {
        line.received(frame.toString(), () -> {});
    }

    @Override
    public void send(String text) {
        try {
            JsonNode frame = JSON.readTree(text);
            if (frame.has("candidate")) {
                engine.candidate(extension, callid, frame.get("candidate").asText(), "", 0);
            } else {
                frames.add(frame);
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public String contact() {
        return "test:" + extension;
    }
}

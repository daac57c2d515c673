package pbx.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.exchange.Outlet;
import pbx.simulator.exchange.Silence;
import pbx.simulator.wire.Json;

/**
 * A phone that nobody holds: it speaks the wire like any client, in either dialect, without a socket and without audio. What
 * it is to do it is told; of what happens to it, it tells its listener, on the exchange's loop. Usable from any thread.
 */
public final class ScriptedPhone implements Outlet {
    private static final String SDP = new Silence().answer("", "", "v=0").join();
    private static final AtomicLong CALLS = new AtomicLong();

    private final Exchange exchange;
    private final String number;
    private final Listener listener;
    private final Map<String, State> calls = new LinkedHashMap<>();
    private Optional<Exchange.Line> line = Optional.empty();

    /** How a call of this phone stands. */
    public enum State {
        CALLING,
        RINGING,
        TALKING
    }

    /** Who wants to know. Called on the exchange's loop; MUST NOT wait. */
    public interface Listener {
        /** Somebody calls. */
        default void rings(ScriptedPhone phone, String call, String from) {}

        /** A call was answered, here or there. */
        default void talks(ScriptedPhone phone, String call) {}

        /** A call is over, or was never answered. */
        default void ends(ScriptedPhone phone, String call) {}
    }

    ScriptedPhone(Exchange exchange, String number, Listener listener) {
        this.exchange = exchange;
        this.number = number;
        this.listener = listener;
    }

    /** A phone of an extension, not plugged in yet. */
    public static ScriptedPhone of(Exchange exchange, String extension, Listener listener) {
        return new ScriptedPhone(exchange, extension, listener);
    }

    /** Somebody outside, ready to call. */
    public static ScriptedPhone outside(Exchange exchange, String number, String name, Listener listener) {
        ScriptedPhone phone = new ScriptedPhone(exchange, number, listener);
        phone.line = Optional.of(exchange.outside(number, name, phone));
        phone.tell(Json.object().put("action", "own-calls").put("subscribe", true));
        return phone;
    }

    public String number() {
        return number;
    }

    public synchronized boolean plugged() {
        return line.isPresent();
    }

    boolean at(Exchange where) {
        return exchange == where;
    }

    /** Goes online: it can call. */
    public synchronized void plug() {
        if (line.isEmpty()) {
            line = Optional.of(exchange.open(number, this));
            tell(Json.object().put("action", "own-calls").put("subscribe", true));
        }
    }

    /** Goes online if it is not, and from now on it rings. */
    public synchronized void register() {
        plug();
        tell(Json.object().put("action", "sip-register").put("useragent", "scripted"));
    }

    /** Hangs up everything and goes offline. */
    public synchronized void unplug() {
        hangUp();
        line.ifPresent(Exchange.Line::closed);
        line = Optional.empty();
        calls.clear();
    }

    /** @return the id of the call that begins */
    public synchronized String dial(String to) {
        String call = "s" + CALLS.incrementAndGet() + "@script";
        calls.put(call, State.CALLING);
        tell(about("sdp-packet", call).put("to", to).put("sdp", SDP.replace("setup:passive", "setup:actpass")));
        return call;
    }

    /** Answers what rings. */
    public synchronized void answer() {
        in(State.RINGING)
                .ifPresent(call -> tell(about("sdp-200ok", call).put("cseq", 1).put("sdp", SDP)));
    }

    /** Declines what rings. */
    public synchronized void decline() {
        in(State.RINGING)
                .ifPresent(call -> tell(about("sip-busy", call).put("cseq", 1).put("code", 603)));
    }

    /** Ends every call. */
    public synchronized void hangUp() {
        calls.keySet().forEach(call -> tell(about("sip-bye", call)));
    }

    /** Holds the call that is up, or takes it back. */
    public synchronized void hold(boolean on) {
        in(State.TALKING)
                .ifPresent(call -> tell(about("wrtc-hold", call).put("holdcmd", on ? "sendonly" : "sendrecv")));
    }

    /** Sends the far end of the call that is up on to another number, a park orbit for one. */
    public synchronized void transfer(String to) {
        in(State.TALKING)
                .ifPresent(call -> tell(Json.object()
                        .put("action", "blind-transfer2")
                        .put("id", call)
                        .put("from", number)
                        .put("to", to)));
    }

    /** The calls by id, oldest first. */
    public synchronized Map<String, State> calls() {
        return new LinkedHashMap<>(calls);
    }

    private Optional<String> in(State state) {
        return calls.entrySet().stream()
                .filter(entry -> entry.getValue() == state)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static ObjectNode about(String action, String call) {
        return Json.object().put("action", action).put("callid", call);
    }

    private void tell(ObjectNode frame) {
        line.ifPresent(open -> open.received(frame.toString(), () -> {}));
    }

    @Override
    public synchronized void send(String text) {
        if (text.startsWith("{\"action\":\"user-state\"") || text.startsWith("{\"action\":\"domain-state\"")) {
            return;
        }
        Json.object(text).ifPresent(this::received);
    }

    private void received(ObjectNode frame) {
        String call = Json.text(frame.get("callid"));
        if (frame.has("invitesdp")) {
            tell(about("sip-ringing", call).put("cseq", 1));
            calls.put(call, State.RINGING);
            listener.rings(this, call, Json.text(frame.get("from-user")));
        } else if (frame.has("sdp")) {
            described(frame, call);
        } else if (frame.has("bye")) {
            tell(about("bye-response", call));
            over(call);
        } else if (frame.has("cancel")) {
            tell(about("cancel-response", call));
            over(call);
        } else if (frame.has("cancelresponse") || isAction(frame, "bye-response")) {
            over(call);
        } else if (isAction(frame, "call-state")) {
            frame.path("calls").forEach(this::connected);
        }
    }

    private static boolean isAction(ObjectNode frame, String action) {
        return action.equals(Json.text(frame.get("action")));
    }

    /** The PBX's answer, or in the modern dialect its own offer, which is to be answered. */
    private void described(ObjectNode frame, String call) {
        if (Json.text(frame.get("sdp")).contains("a=setup:actpass")) {
            tell(about("sdp-200ok", call)
                    .set("sdp", Json.object().put("type", "answer").put("sdp", SDP)));
        }
        if (frame.path("code").asInt() == 200) {
            tell(about("sip-ack", call));
            talking(call);
        }
    }

    private void connected(JsonNode row) {
        if ("connected".equals(Json.text(row.get("state")))) {
            talking(Json.text(row.get("id")));
        }
    }

    private void talking(String call) {
        if (calls.containsKey(call) && calls.put(call, State.TALKING) != State.TALKING) {
            listener.talks(this, call);
        }
    }

    private void over(String call) {
        if (calls.remove(call) != null) {
            listener.ends(this, call);
        }
    }

    @Override
    public String contact() {
        return "script:" + number;
    }

    @Override
    public boolean audible() {
        return false;
    }
}

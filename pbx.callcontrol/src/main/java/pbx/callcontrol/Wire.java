package pbx.callcontrol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import pbx.api.call.Direction;
import pbx.api.call.Rejection;
import pbx.api.connection.ConnectionStatus;
import pbx.api.connection.Message;
import pbx.api.media.Candidate;

/**
 * Every message and request that call control sends, and where its form comes from (protocol notes sections 3, 5 and 8).
 */
final class Wire {
    private Wire() {}

    /** Purpose documented, fields from the 2021 page. */
    static Message offer(String to, String callid, String sdp) {
        return Message.of("sdp-packet", "to", to, "sdp", sdp("offer", sdp), "callid", callid);
    }

    /** Observed, for an incoming call and for an offer that the PBX made. {@code cseq} is echoed where there was one. */
    static Message answer(Leg leg, String sdp) {
        return Message.of("sdp-200ok", "callid", leg.wireId, "cseq", leg.cseq, "sdp", sdp("answer", sdp));
    }

    /** Seen in clients. */
    static Message ringing(Leg leg) {
        return Message.of("sip-ringing", "callid", leg.wireId, "cseq", leg.cseq);
    }

    /** Seen in clients: 603 when the user declines, 486 when this side is busy. */
    static Message rejected(Leg leg, Rejection why) {
        return refused(leg, why == Rejection.BUSY ? 486 : 603);
    }

    /** Seen in clients: 488 where nobody decided, since there is no audio for it here. */
    static Message unusable(Leg leg) {
        return refused(leg, 488);
    }

    private static Message refused(Leg leg, int code) {
        return Message.of("sip-busy", "callid", leg.wireId, "cseq", leg.cseq, "code", code);
    }

    /** Observed: the vendor's client acknowledges a final answer. */
    static Message ack(Leg leg) {
        return Message.of("sip-ack", "callid", leg.wireId);
    }

    /** From the 2021 page: {@code caller} is a string. Also cancels an own call that still rings. */
    static Message bye(Leg leg) {
        return bye(leg.wireId, leg.direction);
    }

    static Message bye(String callid, Direction direction) {
        return Message.of("sip-bye", "callid", callid, "caller", direction == Direction.OUT ? "true" : "false");
    }

    /** From the 2021 page. */
    static Message byeConfirmed(Message bye) {
        return Message.of(
                "bye-response",
                "callid",
                bye.text("callid"),
                "cseq",
                bye.fields().get("cseq"));
    }

    /** Vendor code of 2016; that it takes these fields is inferred. */
    static Message cancelConfirmed(Message cancel) {
        return Message.of(
                "cancel-response",
                "callid",
                cancel.text("callid"),
                "cseq",
                cancel.fields().get("cseq"));
    }

    /** From the 2021 page; {@code callid} from newer clients. */
    static Message candidate(Leg leg, Candidate candidate) {
        return Message.of(
                "ice-candidate",
                "candidate",
                Map.of(
                        "candidate", candidate.line(),
                        "sdpMid", candidate.mid(),
                        "sdpMLineIndex", candidate.index()),
                "callid",
                leg.wireId);
    }

    /** From the 2021 page. */
    static Message hold(Leg leg) {
        return Message.of("wrtc-hold", "callid", leg.wireId, "holdcmd", "sendonly", "calldir", side(leg));
    }

    /** From the 2021 page: a resume carries a fresh offer, and the PBX answers it with {@code sdp}. */
    static Message resume(Leg leg, String sdp) {
        return Message.of(
                "wrtc-hold",
                "callid",
                leg.wireId,
                "holdcmd",
                "sendrecv",
                "sdp",
                sdp("offer", sdp),
                "calldir",
                side(leg));
    }

    /** Seen in newer clients: a resume without an offer. */
    static Message resume(Leg leg) {
        return Message.of("wrtc-hold", "callid", leg.wireId, "holdcmd", "sendrecv", "calldir", side(leg));
    }

    /** Vendor code of 2016 and a client. */
    static Message record(Leg leg, boolean on) {
        return Message.of("rec-call", "id", leg.wireId, "startstop", on ? "on" : "off");
    }

    /** From the 2021 page; that {@code from} is the own extension is from a client. */
    static Message transfer(Leg leg, String ownExtension, String to) {
        return Message.of("blind-transfer2", "id", leg.wireId, "from", ownExtension, "to", to);
    }

    /** Documented: asks for the list of own calls again. */
    static Message ownCalls() {
        return Message.of("own-calls", "subscribe", true);
    }

    // --- over REST, protocol notes section 8 ---

    /**
     * Documented: a call is transferred to a number, or bridged to another call. That a number may as well be an orbit or a
     * conference room, and that what cannot be done answers {@code false} or a status of 4xx, is inferred.
     */
    static Request hand(Leg leg, String number) {
        return calls(Map.of("transfer", leg.wireId, "number", number));
    }

    /** Documented; which call is which is not, and makes no difference to who talks to whom. */
    static Request join(Leg one, Leg other) {
        return calls(Map.of("transfer", one.wireId, "id", other.wireId));
    }

    /** Documented: {@code remote-answer}, {@code remote-hold}, {@code remote-resume}, {@code hangup}, {@code reject}. */
    static Request remote(String what, Leg leg) {
        return calls(Map.of(what, leg.wireId));
    }

    private static Request calls(Map<String, Object> body) {
        return new Request("POST", "/rest/user/%s/calls", body);
    }

    /** Seen in a client of 2020. */
    static Request agent(ConnectionStatus own, String queue, boolean in) {
        String path = "/rest/domain/" + encoded(own.tenant()) + "/account/" + encoded(own.extension());
        return new Request("POST", path + "/acd_login?group=" + encoded(queue), Map.of("login", in));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, Object> sdp(String type, String sdp) {
        return Map.of("type", type, "sdp", sdp);
    }

    private static String side(Leg leg) {
        return leg.direction == Direction.OUT ? "caller" : "callee";
    }
}

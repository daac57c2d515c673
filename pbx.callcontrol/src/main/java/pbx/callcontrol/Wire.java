package pbx.callcontrol;

import java.util.Map;
import pbx.api.call.Direction;
import pbx.api.connection.Message;
import pbx.api.media.Candidate;

/**
 * Every message that call control sends, and where its form comes from (protocol notes section 3). Legacy dialect: the PBX
 * answers the client's offer.
 */
final class Wire {
    private Wire() {}

    /** Purpose documented, fields from the 2021 page. */
    static Message offer(String to, String callid, String sdp) {
        return Message.of("sdp-packet", "to", to, "sdp", sdp("offer", sdp), "callid", callid);
    }

    /** Observed. {@code cseq} is echoed where there was one. */
    static Message answer(Leg leg, String sdp) {
        return Message.of("sdp-200ok", "callid", leg.wireId, "cseq", leg.cseq, "sdp", sdp("answer", sdp));
    }

    /** Seen in clients. */
    static Message ringing(Leg leg) {
        return Message.of("sip-ringing", "callid", leg.wireId, "cseq", leg.cseq);
    }

    /** Seen in clients: 603 when the user declines. */
    static Message declined(Leg leg) {
        return Message.of("sip-busy", "callid", leg.wireId, "cseq", leg.cseq, "code", 603);
    }

    /** Seen in clients: 486 when this side can take no more. */
    static Message busy(Leg leg) {
        return Message.of("sip-busy", "callid", leg.wireId, "cseq", leg.cseq, "code", 486);
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

    /** From the 2021 page; that {@code from} is the own extension is from a client. */
    static Message transfer(Leg leg, String ownExtension, String to) {
        return Message.of("blind-transfer2", "id", leg.wireId, "from", ownExtension, "to", to);
    }

    /** Documented: asks for the list of own calls again. */
    static Message ownCalls() {
        return Message.of("own-calls", "subscribe", true);
    }

    private static Map<String, Object> sdp(String type, String sdp) {
        return Map.of("type", type, "sdp", sdp);
    }

    private static String side(Leg leg) {
        return leg.direction == Direction.OUT ? "caller" : "callee";
    }
}

package pbx.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Frames from the PBX whose form is known. What is not known is written by {@link UnknownShapes}. */
public final class Wire {
    private Wire() {}

    /** @param accounts rows that are JSON already: a large tenant is written once and sent to many */
    public static String domainState(String accounts, String calls, String messages) {
        return "{\"action\":\"domain-state\",\"messages\":" + messages + ",\"calls\":" + calls + ",\"accounts\":"
                + accounts + "}";
    }

    public static ObjectNode userState(ObjectNode account, String domain) {
        ObjectNode frame = action("user-state");
        frame.setAll(account);
        return frame.put("domain", domain);
    }

    /** @param calls a JSON array */
    public static String callState(String calls) {
        return "{\"action\":\"call-state\",\"calls\":" + calls + "}";
    }

    public static ObjectNode registered(String contact, long expires) {
        return action("sip-register").put("add", contact).put("expires", expires);
    }

    /** The far end has become somebody else. */
    public static ObjectNode callerId(String callid, Party far) {
        return action("callerid").put("callid", callid).put("name", far.name()).put("number", far.number());
    }

    /**
     * The PBX's description for an own call. Before 69 it is the answer to the client's offer; in the modern dialect it is an
     * offer of the PBX's own, sent with 183.
     */
    public static ObjectNode sdp(String callid, int cseq, int code, String sdp, Party far) {
        ObjectNode frame = Json.object().put("sdp", sdp).put("callid", callid).put("cseq", cseq);
        return frame.put("code", code).put("to-user", far.number()).put("to-display", far.name());
    }

    /** @param group the ring group or queue through which it comes, or empty */
    public static ObjectNode invite(String callid, int cseq, String sdp, Party from, Party to, String group) {
        ObjectNode frame =
                Json.object().put("invitesdp", sdp).put("callid", callid).put("cseq", cseq);
        frame.put("from", from.header()).put("to", to.header());
        frame.put("from-user", from.number()).put("from-display", from.name());
        return frame.put("group", group).put("alertinfo", "");
    }

    public static ObjectNode candidate(String callid, String line) {
        return Json.object().put("candidate", line).put("callid", callid);
    }

    /** Hang-up, or with a code the failure of an own call. The flag is a text, as the PBX has it. */
    public static ObjectNode bye(String callid, int cseq) {
        return Json.object().put("bye", "true").put("callid", callid).put("cseq", cseq);
    }

    public static ObjectNode bye(String callid, int cseq, int code) {
        return bye(callid, cseq).put("code", code);
    }

    /** An instant message of the first generation: {@code dest} is the peer to show, which is who wrote it. */
    public static ObjectNode chat(String peer, String message) {
        return action("chat").put("dest", peer).put("message", message);
    }

    /** A contact who calls, as the vendor's script reads it: {@code data} is a text that holds JSON. */
    public static ObjectNode crmContact(String name) {
        ObjectNode data = Json.object().put("serverurl", "");
        data.putArray("records")
                .addObject()
                .put("Name", name)
                .putObject("attributes")
                .put("url", "");
        return action("crmcontact").put("direction", "Inbound").put("data", data.toString());
    }

    public static ArrayNode rows(List<CallRow> calls) {
        ArrayNode rows = Json.object().arrayNode();
        calls.forEach(call -> rows.add(call.json()));
        return rows;
    }

    static ObjectNode action(String name) {
        return Json.object().put("action", name);
    }
}

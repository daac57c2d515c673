package pbx.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Frames from the PBX whose form is known. What is not known is written by {@link UnknownShapes}. */
public final class Wire {
    private Wire() {}

    public static ObjectNode domainState(List<AccountRow> accounts, List<CallRow> calls) {
        ObjectNode frame = action("domain-state");
        frame.putArray("messages");
        frame.set("calls", rows(calls));
        ArrayNode list = frame.putArray("accounts");
        accounts.forEach(account -> list.add(account.json()));
        return frame;
    }

    public static ObjectNode userState(AccountRow account) {
        ObjectNode frame = action("user-state");
        frame.setAll(account.json());
        return frame.put("domain", account.party().domain());
    }

    public static ObjectNode callState(List<CallRow> calls) {
        ObjectNode frame = action("call-state");
        frame.set("calls", rows(calls));
        return frame;
    }

    public static ObjectNode registered(String contact, long expires) {
        return action("sip-register").put("add", contact).put("expires", expires);
    }

    /** The far end has become somebody else. */
    public static ObjectNode callerId(String callid, Party far) {
        return action("callerid").put("callid", callid).put("name", far.name()).put("number", far.number());
    }

    /** The answer to an own call's offer. */
    public static ObjectNode answer(String callid, int cseq, String sdp, Party far) {
        ObjectNode frame = Json.object().put("sdp", sdp).put("callid", callid).put("cseq", cseq);
        return frame.put("code", 200).put("to-user", far.number()).put("to-display", far.name());
    }

    public static ObjectNode invite(String callid, int cseq, String sdp, Party from, Party to) {
        ObjectNode frame =
                Json.object().put("invitesdp", sdp).put("callid", callid).put("cseq", cseq);
        frame.put("from", from.header()).put("to", to.header());
        frame.put("from-user", from.number()).put("from-display", from.name());
        return frame.put("group", "").put("alertinfo", "");
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

    static ArrayNode rows(List<CallRow> calls) {
        ArrayNode rows = Json.object().arrayNode();
        calls.forEach(call -> rows.add(call.json()));
        return rows;
    }

    static ObjectNode action(String name) {
        return Json.object().put("action", name);
    }
}

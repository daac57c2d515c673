package pbx.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Frames of which only the name is known. Their bodies are guesses [I], all in this one place, to be mended when live traffic
 * has been seen. No client may need them. What is not known of REST answers is in {@link UnknownAnswers}.
 */
public final class UnknownShapes {
    private UnknownShapes() {}

    /** @param state idle, ringing, busy, parked or offline */
    public static ObjectNode blf(String extension, String state) {
        return Wire.action("blf").put("extension", extension).put("state", state);
    }

    /** The orbits that changed, or all of them at first; as over REST. */
    public static ObjectNode orbits(List<FacilityRow> orbits) {
        ObjectNode frame = Wire.action("orbit-calls");
        frame.set("orbits", UnknownAnswers.orbits(orbits));
        return frame;
    }

    /** The PBX has one ring of its own. */
    public static ObjectNode ringtones() {
        ObjectNode frame = Json.object();
        frame.putArray("ringtones").addObject().put("name", "external1").put("url", "");
        return frame;
    }

    /**
     * An invite is withdrawn. The key is known, its value is not; that a call which somebody else has taken carries the code
     * 200 is how SIP says it, and a choice of ours.
     */
    public static ObjectNode cancel(String callid, int cseq, boolean taken) {
        ObjectNode frame =
                Json.object().put("cancel", "true").put("callid", callid).put("cseq", cseq);
        return taken ? frame.put("code", 200) : frame;
    }

    /** The client's giving up before an answer is confirmed. */
    public static ObjectNode cancelled(String callid) {
        return Json.object().put("cancelresponse", "true").put("callid", callid);
    }

    /** The client's hang-up is confirmed. */
    public static ObjectNode hungUp(String callid) {
        return Wire.action("bye-response").put("callid", callid);
    }

    /** What was asked of a call cannot be done; the call is as it was. It names no {@code callid}, for nothing ends. */
    public static ObjectNode refused(String id, int code) {
        return Json.object().put("response", Integer.toString(code)).put("id", id);
    }

    /** A key was heard on the leg. */
    public static ObjectNode info(String callid, char key) {
        return Json.object().put("info", "dtmf").put("callid", callid).put("digit", String.valueOf(key));
    }

    /** The far end holds or is back. */
    public static ObjectNode change(String callid, boolean held) {
        return Json.object().put("change", held ? "hold" : "resume").put("callid", callid);
    }

    public static ObjectNode recording(String callid, boolean on) {
        return Wire.action(on ? "rec-start" : "rec-stop").put("callid", callid).put("id", callid);
    }

    public static ObjectNode missedCalls(int count) {
        return Wire.action("missed-calls").put("count", count);
    }

    /** Something of the account is to be read again over REST: its messages, its name, its contacts. */
    public static ObjectNode userChange(String account) {
        return Wire.action("user-change").put("account", account);
    }

    /** {@code messages} of {@code domain-state}: the reader's own. */
    public static ArrayNode messages(String account, int fresh, int old) {
        ArrayNode messages = Json.array();
        if (fresh + old > 0) {
            messages.addObject().put("account", account).put("new", fresh).put("old", old);
        }
        return messages;
    }
}

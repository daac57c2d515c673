package pbx.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/**
 * Frames of which only the name is known. Their bodies are guesses [I], all in this one place, to be mended when live traffic
 * has been seen. No client may need them.
 */
public final class UnknownShapes {
    private UnknownShapes() {}

    /** @param state idle, ringing, busy or offline */
    public static ObjectNode blf(String extension, String state) {
        return Wire.action("blf").put("extension", extension).put("state", state);
    }

    /** No park orbits exist yet, so none is listed. */
    public static ObjectNode orbits() {
        ObjectNode frame = Wire.action("orbit-calls");
        frame.putArray("orbits");
        return frame;
    }

    /** The PBX has no ringtones of its own, so the list is empty. */
    public static ObjectNode ringtones() {
        ObjectNode frame = Json.object();
        frame.putArray("ringtones");
        return frame;
    }

    /** An invite is withdrawn. The key is known, its value is not. */
    public static ObjectNode cancel(String callid, int cseq) {
        return Json.object().put("cancel", "true").put("callid", callid).put("cseq", cseq);
    }

    /** The client's giving up before an answer is confirmed. */
    public static ObjectNode cancelled(String callid) {
        return Json.object().put("cancelresponse", "true").put("callid", callid);
    }

    /** The client's hang-up is confirmed. */
    public static ObjectNode hungUp(String callid) {
        return Wire.action("bye-response").put("callid", callid);
    }

    /** A user's do-not-disturb over REST. */
    public static ObjectNode dnd(boolean state, String reason) {
        return Json.object().put("state", state).put("reason", reason);
    }

    /** The active calls of a user over REST: the rows of {@code call-state}. */
    public static String calls(Collection<CallRow> calls) {
        return Wire.rows(calls.stream().toList()).toString();
    }
}

package pbx.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One extension in {@code domain-state} and {@code user-state}.
 *
 * @param busy off hook: talking or calling, but not merely ringing
 */
public record AccountRow(
        Party party, boolean registered, boolean dnd, boolean online, boolean busy, List<CallRow> calls) {

    /** Idle accounts have neither {@code code} nor {@code calls}: a reader takes their absence for "no longer". */
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("type", "extensions").put("account", party.number()).put("name", party.name());
        json.put("registered", registered).put("dnd", dnd).put("chatstatus", online ? "online" : "offline");
        if (busy) {
            json.put("code", "busy");
        }
        if (!calls.isEmpty()) {
            json.set("calls", Wire.rows(calls));
        }
        return json;
    }
}

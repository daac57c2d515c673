package pbx.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A group, queue, conference room or orbit in {@code domain-state} and {@code user-state}.
 *
 * @param type {@code hunts}, {@code acds}, {@code conferences} or {@code orbits}
 */
public record FacilityRow(String type, Party party, List<CallRow> calls) {
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("type", type).put("account", party.number()).put("name", party.name());
        if (!calls.isEmpty()) {
            json.set("calls", Wire.rows(calls));
        }
        return json;
    }
}

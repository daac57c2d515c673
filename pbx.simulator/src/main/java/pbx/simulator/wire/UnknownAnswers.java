package pbx.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Bodies of REST answers: the resources are documented, examples of what they answer were not to be had. All are guesses [I]. */
public final class UnknownAnswers {
    private UnknownAnswers() {}

    /** A user's do-not-disturb. */
    public static ObjectNode dnd(boolean state, String reason) {
        return Json.object().put("state", state).put("reason", reason);
    }

    /** The active calls of a user: the rows of {@code call-state}. */
    public static String calls(Collection<CallRow> calls) {
        return Wire.rows(calls.stream().toList()).toString();
    }

    /** Number, display name and the calls that are parked there. */
    public static ArrayNode orbits(List<FacilityRow> orbits) {
        ArrayNode list = Json.array();
        for (FacilityRow orbit : orbits) {
            list.addObject()
                    .put("name", orbit.party().number())
                    .put("display", orbit.party().name())
                    .set("calls", Wire.rows(orbit.calls()));
        }
        return list;
    }

    /** The directory, as a client of 2020 reads it: {@code name} is the number. */
    public static ObjectNode directoryEntry(AccountRow account, boolean agent) {
        ObjectNode entry = Json.object();
        entry.put("type", "extensions").put("name", account.party().number());
        entry.put("account", account.party().number());
        entry.put("displayname", account.party().name());
        entry.put("chatstatus", account.online() ? "online" : "offline").put("department", "");
        entry.put("connected", account.busy()).put("login", agent);
        return entry.put("registered", account.registered()).put("dnd", account.dnd());
    }

    public static ObjectNode directoryEntry(FacilityRow facility) {
        ObjectNode entry = Json.object();
        entry.put("type", facility.type()).put("name", facility.party().number());
        entry.put("account", facility.party().number());
        return entry.put("displayname", facility.party().name());
    }

    public static ArrayNode starCodes(Map<String, String> codes) {
        ArrayNode list = Json.array();
        codes.forEach((code, name) -> list.addObject().put("code", code).put("name", name));
        return list;
    }

    /** Counts, and under {@code messages} the messages themselves. */
    public static ObjectNode mailbox(int fresh, int old, List<ObjectNode> messages) {
        ObjectNode box =
                Json.object().put("total", fresh + old).put("new", fresh).put("old", old);
        ArrayNode list = box.putArray("messages");
        messages.forEach(list::add);
        return box;
    }

    /** One message: {@code start} in Unix seconds, {@code duration} in seconds. */
    public static ObjectNode message(String id, Party from, double start, double duration, boolean read) {
        ObjectNode row = Json.object().put("id", id);
        row.put("from", from.header()).put("from-number", from.number()).put("from-name", from.name());
        return row.put("start", start).put("duration", duration).put("read", read);
    }
}

package pbx.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One entry of a {@code calls} array, from one viewer's side. */
public record CallRow(
        String id,
        Party from,
        Party to,
        String state,
        Instant start,
        Optional<Instant> connect,
        List<String> extensions,
        boolean recording) {

    /** The state is written under both of its names: old clients read one, new ones the other. */
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", id).put("from", from.header()).put("to", to.header());
        json.put("from-number", from.number()).put("from-name", from.name());
        json.put("to-number", to.number()).put("to-name", to.name());
        json.put("state", state).put("callstate", state);
        json.put("start", start.toEpochMilli() / 1000.0);
        json.put("connect", connect.map(CallRow::seconds).orElse(""));
        extensions.forEach(json.putArray("extension")::add);
        return json.put("cmc", "").put("rec", recording ? "adhoc" : "");
    }

    private static String seconds(Instant at) {
        return String.format(Locale.ROOT, "%.2f", at.toEpochMilli() / 1000.0);
    }
}

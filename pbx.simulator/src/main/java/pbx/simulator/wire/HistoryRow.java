package pbx.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A past call of a user, in the fields that the REST notes name. */
public record HistoryRow(
        String id,
        Party from,
        Party to,
        Instant start,
        Optional<Instant> connect,
        Instant end,
        boolean inbound,
        String queue,
        boolean read) {
    /** Calls that came in, were never answered, and that nobody has looked at. */
    public boolean missed() {
        return inbound && connect.isEmpty() && !read;
    }

    public HistoryRow asRead() {
        return new HistoryRow(id, from, to, start, connect, end, inbound, queue, true);
    }

    private ObjectNode json() {
        ObjectNode row = Json.object().put("id", id);
        row.put("from", from.header()).put("to", to.header());
        row.put("from-name", from.name()).put("to-name", to.name());
        row.put("from-number", from.number()).put("to-number", to.number());
        row.put("start", seconds(start)).put("end", seconds(end));
        connect.ifPresentOrElse(at -> row.put("connect", seconds(at)), () -> row.put("connect", ""));
        return row.put("inbound", inbound).put("external", false).put("queue", queue);
    }

    /** A page of them, newest first. */
    public static ObjectNode page(List<HistoryRow> all) {
        ObjectNode page = Json.object().put("total", all.size());
        page.put("missed", all.stream().filter(HistoryRow::missed).count());
        page.put("missedspan", 0).put("categories", "[]");
        ArrayNode data = page.putArray("data");
        all.forEach(row -> data.add(row.json()));
        return page;
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }
}

package pbx.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * One line of a conversation, and the page that {@code GET /rest/user/{a}/chat} answers: {@code content} whose {@code meta} is a text
 * that holds JSON. That a row names who wrote it is a guess [I].
 *
 * @param id counts up
 * @param from the extension that wrote it
 * @param text as written
 * @param at when
 */
public record ChatRow(int id, String from, String text, Instant at) {
    public static ObjectNode page(List<ChatRow> rows) {
        ObjectNode page = Json.object()
                .put("first", rows.isEmpty() ? 0 : rows.get(0).id())
                .put("last", rows.isEmpty() ? 0 : rows.get(rows.size() - 1).id())
                .put("total", rows.size());
        ArrayNode content = page.putArray("content");
        rows.forEach(row -> content.addObject()
                .put("id", row.id())
                .put("from", row.from())
                .put("meta", row.meta().toString()));
        return page;
    }

    private ObjectNode meta() {
        return Json.object().put("type", "text").put("text", text).put("date", at.toEpochMilli());
    }
}

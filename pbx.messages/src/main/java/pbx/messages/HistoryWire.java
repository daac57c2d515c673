package pbx.messages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import pbx.api.AccountId;
import pbx.api.call.Direction;
import pbx.api.connection.Message;
import pbx.api.history.HistoryEntry;

/**
 * Past calls on the wire: {@code GET /rest/user/{a}/history} and its rows are in the PBX's REST catalogue of 70.3 (protocol notes
 * 8.4). Inferred: times are Unix seconds with a fraction; a row says {@code read} if it does, else the page's count of
 * {@code missed} calls means the newest ones.
 */
final class HistoryWire {
    /** As many entries as are kept. */
    static final int MOST = 200;

    /** The push that says so: its name is known, its shape is not (protocol notes 4.2), so that it only prompts a look. */
    static final String MISSED = "missed-calls";

    private static final String PATH = "/rest/user/%s/history";

    private HistoryWire() {}

    static Request read() {
        return Request.get(PATH);
    }

    static Request seen(String id) {
        return new Request("POST", PATH + "?id=" + Url.part(id), Map.of("read", true));
    }

    static Request remove(String id) {
        return new Request("POST", PATH + "?id=" + Url.part(id), Map.of("deleted", true));
    }

    /** Newest first. A row without an id or a time is no call. */
    static List<HistoryEntry> entries(AccountId account, Object answer, Shown shown) {
        Map<String, Object> page = Answers.object(answer);
        List<Map<String, Object>> rows = Message.list(page, "data").stream()
                .filter(row -> !Message.text(row, "id").isEmpty()
                        && Answers.time(row, "start").isPresent())
                .sorted(Comparator.comparing((Map<String, Object> row) ->
                                Answers.time(row, "start").orElseThrow())
                        .reversed())
                .limit(MOST)
                .toList();
        long unseen = Answers.number(page, "missed").map(Double::longValue).orElse(0L);
        List<HistoryEntry> entries = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            HistoryEntry entry = entry(account, row, shown);
            boolean fresh = entry.missed() && (row.containsKey("read") ? !Message.flag(row, "read") : unseen-- > 0);
            entries.add(fresh ? unseen(entry) : entry);
        }
        return entries;
    }

    private static HistoryEntry entry(AccountId account, Map<String, Object> row, Shown shown) {
        boolean in = Message.flag(row, "inbound");
        String side = in ? "from" : "to";
        return new HistoryEntry(
                account,
                Message.text(row, "id"),
                in ? Direction.IN : Direction.OUT,
                shown.party(account, Message.text(row, side + "-number"), Message.text(row, side + "-name")),
                Answers.time(row, "start").orElseThrow(),
                Answers.time(row, "connect"),
                Answers.time(row, "end"),
                Message.text(row, "queue"),
                true);
    }

    private static HistoryEntry unseen(HistoryEntry e) {
        return new HistoryEntry(
                e.account(), e.id(), e.direction(), e.remote(), e.began(), e.answered(), e.ended(), e.group(), false);
    }
}

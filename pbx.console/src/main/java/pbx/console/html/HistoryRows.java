package pbx.console.html;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import pbx.api.call.Direction;
import pbx.api.history.HistoryEntry;
import pbx.console.Snapshot;

/** Past calls, one row each, newest first. */
final class HistoryRows {
    static final List<String> HEADINGS = List.of("When", "Remote", "Direction", "Talked", "Through", "Account");
    private static final int MOST = 500;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private HistoryRows() {}

    static String render(Snapshot snapshot) {
        if (snapshot.history().isEmpty()) {
            return Html.emptyRow(
                    HEADINGS.size(), "No past calls are known: no PBX has told any, or no bundle asks for them.");
        }
        return snapshot.history().stream()
                .limit(MOST)
                .map(entry -> row(entry, snapshot))
                .collect(Collectors.joining());
    }

    private static String row(HistoryEntry entry, Snapshot snapshot) {
        return Html.row(
                time(entry.began()),
                Parties.full(entry.remote()),
                entry.missed()
                        ? Html.badge("bad", "missed")
                        : entry.direction() == Direction.IN ? "incoming" : "outgoing",
                CallRows.clock(entry.talked().toSeconds()),
                Html.name(entry.group()),
                Html.name(snapshot.label(entry.account())));
    }

    private static String time(Instant when) {
        return Html.text(WHEN.format(when));
    }
}

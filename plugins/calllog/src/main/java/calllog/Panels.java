package calllog;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import pbx.api.view.Action;
import pbx.api.view.Panel;
import pbx.api.view.Row;

/** The history as people see it. */
final class Panels {
    static final int MOST = 500;
    static final String EXPORT = "export";
    static final String ERASE = "erase";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> COLUMNS =
            List.of("When", "Direction", "Number", "Name", "Talked", "How it ended", "Account");
    private static final List<Action> ACTIONS = List.of(
            new Action(EXPORT, "Export all as CSV", false, false),
            new Action(ERASE, "Erase all calls with this number", true, true));

    private Panels() {}

    static Panel of(List<Entry> entries) {
        return new Panel(COLUMNS, entries.stream().map(Panels::row).toList(), ACTIONS);
    }

    private static Row row(Entry entry) {
        return new Row(
                Long.toString(entry.row()),
                List.of(
                        time(entry.began()),
                        entry.direction(),
                        entry.number(),
                        entry.name(),
                        entry.answered().isPresent() ? entry.talked() + " s" : "not answered",
                        entry.ending(),
                        entry.account()));
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}

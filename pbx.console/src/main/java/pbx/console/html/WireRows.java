package pbx.console.html;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pbx.api.connection.Wire;
import pbx.console.Snapshot;

/** What was said with the PBX, newest first. */
final class WireRows {
    static final List<String> HEADINGS = List.of("When", "Account", "Way", "Kind", "Message");
    private static final int MOST = 200;
    private static final int LONGEST = 1000;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private WireRows() {}

    static String render(Snapshot snapshot) {
        List<Wire.Line> lines = snapshot.wire();
        if (lines.isEmpty()) {
            return Html.emptyRow(HEADINGS.size(), "Nothing was said yet.");
        }
        return IntStream.range(0, Math.min(MOST, lines.size()))
                .mapToObj(i -> row(lines.get(lines.size() - 1 - i), snapshot))
                .collect(Collectors.joining());
    }

    private static String row(Wire.Line line, Snapshot snapshot) {
        String text = line.text();
        return Html.row(
                Html.text(WHEN.format(line.at())),
                Html.name(snapshot.label(line.account())),
                line.sent() ? "to PBX" : "from PBX",
                Html.name(line.kind()),
                "<code>" + Html.text(text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text) + "</code>");
    }
}

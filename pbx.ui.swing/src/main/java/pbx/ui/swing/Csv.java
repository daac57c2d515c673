package pbx.ui.swing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pbx.api.history.HistoryEntry;

/** Past calls as CSV (RFC 4180). Names come from strangers: none may become a spreadsheet's formula. */
final class Csv {
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\+[0-9 ]+");
    private static final String HEADER =
            "account,direction,number,name,began,answered,ended,talked_seconds,group,missed";

    private Csv() {}

    static String of(List<HistoryEntry> entries) {
        return Stream.concat(Stream.of(HEADER), entries.stream().map(Csv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(HistoryEntry entry) {
        return Stream.of(
                        entry.account().value(),
                        entry.direction().name(),
                        entry.remote().number(),
                        entry.remote().name(),
                        entry.began().toString(),
                        entry.answered().map(Object::toString).orElse(""),
                        entry.ended().map(Object::toString).orElse(""),
                        String.valueOf(entry.talked().toSeconds()),
                        entry.group(),
                        String.valueOf(entry.missed()))
                .map(Csv::cell)
                .collect(Collectors.joining(","));
    }

    static String cell(String text) {
        boolean harmless =
                !FORMULA.matcher(text).matches() || NUMBER.matcher(text).matches();
        return '"' + (harmless ? text : "'" + text).replace("\"", "\"\"") + '"';
    }
}

package pbx.console.html;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries of the audit trail: when, who, what; then whatever else was noted. */
public final class AuditRows {
    private static final List<String> WHO = List.of("who", "by", "token");
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private AuditRows() {}

    public static String table(List<Map<String, String>> entries) {
        String rows = entries.stream().map(AuditRows::row).collect(Collectors.joining());
        return "<table id=\"pbx-audit\"><thead><tr>"
                + Stream.of("When", "Who", "From", "What", "Details")
                        .map(heading -> "<th scope=\"col\">" + heading + "</th>")
                        .collect(Collectors.joining())
                + "</tr></thead><tbody>" + (rows.isEmpty() ? Html.emptyRow(5, "Nothing of that kind.") : rows)
                + "</tbody></table>";
    }

    private static String row(Map<String, String> entry) {
        Map<String, String> rest = new LinkedHashMap<>(entry);
        String when = rest.getOrDefault("time", "");
        String who = WHO.stream()
                .filter(rest::containsKey)
                .findFirst()
                .map(rest::get)
                .orElse("");
        String from = rest.getOrDefault("from", "");
        String event = rest.getOrDefault("event", "");
        WHO.forEach(rest::remove);
        List.of("time", "from", "event").forEach(rest::remove);
        String details = rest.entrySet().stream()
                .map(field -> "<span class=\"number\">" + Html.text(field.getKey()) + "</span> "
                        + Html.name(field.getValue()))
                .collect(Collectors.joining("<br/>"));
        return Html.row(time(when), Html.name(who), Html.text(from), Html.badge(style(event), words(event)), details);
    }

    private static String time(String text) {
        try {
            return "<span title=\"" + Html.text(text) + "\">" + WHEN.format(Instant.parse(text)) + "</span>";
        } catch (DateTimeException broken) {
            return Html.text(text);
        }
    }

    private static String words(String event) {
        return event.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String style(String event) {
        return event.contains("REFUSED")
                        || event.contains("WRONG")
                        || event.contains("LOCKED")
                        || event.contains("FAILED")
                ? "bad"
                : "off";
    }
}

package pbx.console.html;

import java.util.List;
import java.util.stream.Collectors;
import pbx.api.status.Finding;
import pbx.console.Snapshot;

/** What the health checks say, the worst first: the first row is what to look after. */
final class HealthRows {
    static final List<String> HEADINGS = List.of("Check", "State", "What was found");

    private HealthRows() {}

    static String render(Snapshot snapshot) {
        if (snapshot.health().isEmpty()) {
            return Html.emptyRow(
                    HEADINGS.size(), "Nobody checks: the bundle pbx.health is not there, or just starting.");
        }
        return snapshot.health().stream().map(HealthRows::row).collect(Collectors.joining());
    }

    private static String row(Finding finding) {
        return Html.row(Html.text(finding.check()), badge(finding.severity()), Html.name(finding.words()));
    }

    private static String badge(Finding.Severity severity) {
        return switch (severity) {
            case OK -> Html.badge("good", "well");
            case WARN -> Html.badge("warn", "look at it");
            case CRITICAL -> Html.badge("bad", "does not work");
        };
    }
}

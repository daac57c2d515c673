package pbx.console.html;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;
import pbx.console.Snapshot;

/** The accounts, one row each. */
final class AccountRows {
    static final List<String> HEADINGS = List.of("Account", "Server", "State", "PBX version", "Latency", "Problem");

    private AccountRows() {}

    static String render(Snapshot snapshot) {
        if (snapshot.accounts().isEmpty()) {
            return Html.emptyRow(HEADINGS.size(), "No account. Add one on the page Accounts.");
        }
        return snapshot.accounts().stream()
                .map(account -> row(account, snapshot))
                .collect(Collectors.joining());
    }

    private static String row(ConnectionStatus account, Snapshot snapshot) {
        return Html.row(
                Html.name(account.label()),
                Html.text(account.server()) + (account.secure() ? "" : notSecure()),
                Html.badge(style(account.state()), words(account.state())),
                Html.text(account.version().orElse("")),
                latency(snapshot.latencies().get(account.account())),
                Html.text(account.problem().orElse("")));
    }

    private static String latency(Duration time) {
        return time == null ? "" : String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }

    private static String notSecure() {
        return " <span class=\"badge warn\" title=\"The wire is not encrypted, or the PBX's certificate was not verified\">"
                + "not secure</span>";
    }

    private static String words(ConnectionState state) {
        return switch (state) {
            case CONNECTING -> "connecting";
            case CONNECTED -> "connected, not registered";
            case REGISTERED -> "registered";
            case REFUSED -> "refused";
            case CLOSED -> "closed";
        };
    }

    private static String style(ConnectionState state) {
        return switch (state) {
            case REGISTERED -> "good";
            case CONNECTED, CONNECTING -> "busy";
            case REFUSED -> "bad";
            case CLOSED -> "off";
        };
    }
}

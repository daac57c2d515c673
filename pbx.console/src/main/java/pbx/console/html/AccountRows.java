package pbx.console.html;

import java.util.List;
import java.util.stream.Collectors;
import pbx.api.connection.ConnectionState;
import pbx.api.connection.ConnectionStatus;

/** The accounts, one row each. */
final class AccountRows {
    static final List<String> HEADINGS = List.of("Account", "Server", "State", "PBX version", "Problem");

    private AccountRows() {}

    static String render(List<ConnectionStatus> accounts) {
        if (accounts.isEmpty()) {
            return Html.emptyRow(HEADINGS.size(), "No account. Add one under OSGi, Configuration, PBX account.");
        }
        return accounts.stream().map(AccountRows::row).collect(Collectors.joining());
    }

    private static String row(ConnectionStatus account) {
        return Html.row(
                Html.name(account.label()),
                Html.text(account.server()) + (account.secure() ? "" : notSecure()),
                Html.badge(style(account.state()), words(account.state())),
                Html.text(account.version().orElse("")),
                Html.text(account.problem().orElse("")));
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

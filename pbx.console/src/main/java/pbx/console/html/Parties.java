package pbx.console.html;

import java.util.List;
import java.util.stream.Collectors;
import pbx.api.call.Party;

/** Other ends of calls. Their texts are whatever a stranger's phone sends. */
final class Parties {
    private Parties() {}

    /** Name and number, as far as they differ. */
    static String full(Party party) {
        boolean numberAdds = !party.number().isBlank() && !party.number().equals(party.label());
        String number = numberAdds ? " <span class=\"number\">" + Html.name(party.number()) + "</span>" : "";
        return Html.name(party.label()) + number;
    }

    static String labels(List<Party> parties) {
        return parties.stream().map(Parties::full).collect(Collectors.joining(", "));
    }
}

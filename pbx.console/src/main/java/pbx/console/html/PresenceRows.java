package pbx.console.html;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pbx.api.presence.Presence;
import pbx.api.presence.PresenceState;
import pbx.console.Snapshot;

/** The presence board, one row for each account that is seen. */
final class PresenceRows {
    static final List<String> HEADINGS = List.of("Number", "Name", "State", "With", "Do not disturb", "Seen by");

    private PresenceRows() {}

    static String render(Snapshot snapshot) {
        if (snapshot.presences().isEmpty()) {
            return Html.emptyRow(
                    HEADINGS.size(), "Nobody is seen: no account is connected, or the PBX has not said yet.");
        }
        return snapshot.presences().stream()
                .map(presence -> row(presence, snapshot))
                .collect(Collectors.joining());
    }

    private static String row(Presence presence, Snapshot snapshot) {
        return Html.row(
                Html.name(presence.number()),
                Html.name(presence.name()),
                lamp(presence.state()),
                Parties.labels(presence.with()),
                presence.dnd() ? Html.badge("bad", "on") : "",
                Html.name(snapshot.label(presence.seenBy())));
    }

    private static String lamp(PresenceState state) {
        String word = state.name().toLowerCase(Locale.ROOT);
        return "<span class=\"lamp " + word + "\"></span> " + Html.text(word);
    }
}

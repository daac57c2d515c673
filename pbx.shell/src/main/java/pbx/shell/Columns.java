package pbx.shell;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import pbx.api.call.Call;
import pbx.api.call.Ending;
import pbx.api.call.Party;
import pbx.api.connection.ConnectionStatus;
import pbx.api.history.HistoryEntry;
import pbx.api.media.Quality;
import pbx.api.plugin.Plugin;
import pbx.api.presence.Presence;

/** What the text lines show of each record, column by column. */
final class Columns {
    private Columns() {}

    static List<String> of(ConnectionStatus s) {
        return List.of(
                s.account().value(),
                s.label(),
                s.state().name(),
                s.secure() ? "secure" : "not secure",
                s.server(),
                s.version().map(v -> "PBX " + v).orElse(""),
                s.problem().orElse(""));
    }

    static List<String> of(Presence p) {
        StringJoiner marks = new StringJoiner(", ");
        mark(marks, p.dnd(), "do not disturb");
        mark(marks, p.available(), "available");
        String with = p.with().stream().map(Columns::party).collect(Collectors.joining(", "));
        return List.of(
                p.number(),
                p.name(),
                p.kind().name(),
                p.state().name(),
                with.isEmpty() ? "" : "with " + with,
                marks.toString());
    }

    static List<String> of(Call c) {
        StringJoiner marks = new StringJoiner(", ");
        c.ending().map(Ending::text).ifPresent(marks::add);
        mark(marks, c.heldHere(), "held here");
        mark(marks, c.heldThere(), "held there");
        mark(marks, c.muted(), "muted");
        mark(marks, c.recording(), "being recorded");
        mark(marks, !c.reachable(), "PBX not reachable");
        return List.of(
                c.id().value(),
                c.account().value(),
                c.direction().name(),
                party(c.remote()),
                c.state().name(),
                c.group().isEmpty() ? "audio " + c.media() : "for " + c.group() + ", audio " + c.media(),
                marks.toString());
    }

    static List<String> of(HistoryEntry e) {
        String how =
                e.missed() ? e.seen() ? "missed" : "missed, new" : e.answered().isEmpty() ? "no answer" : "";
        return List.of(
                e.began().truncatedTo(ChronoUnit.SECONDS).toString(),
                e.account().value(),
                e.direction().name(),
                party(e.remote()),
                how.isEmpty() ? e.talked().toSeconds() + " s" : how,
                e.group().isEmpty() ? "" : "for " + e.group());
    }

    static List<String> of(Quality q) {
        return List.of(
                q.call().value(),
                q.codec().isEmpty() ? "no audio yet" : q.codec(),
                "sent " + q.packetsSent(),
                "received " + q.packetsReceived(),
                "lost " + q.packetsLost(),
                "jitter " + milliseconds(q.jitter()),
                "round trip " + q.roundTrip().map(Columns::milliseconds).orElse("?"),
                "concealed " + q.samplesConcealed() + " of " + q.samplesReceived() + " samples",
                "level in " + level(q.levelIn()) + " out " + level(q.levelOut()),
                q.path(),
                q.score() > 0 ? String.format(Locale.ROOT, "MOS %.1f", q.score()) : "",
                q.warnings().stream()
                        .map(w -> w.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    static List<String> of(Plugin p) {
        return List.of(
                p.name(),
                p.version(),
                p.state().name(),
                p.file(),
                p.uses().isEmpty() ? "" : "uses " + words(p.uses()),
                p.denied().isEmpty() ? "" : "denied " + words(p.denied()),
                "%.0f %% of a core".formatted(p.load().cores() * 100),
                p.load().stuck() == 0 ? "" : p.load().stuck() + " stuck threads",
                p.problem().orElse(""));
    }

    private static String words(Collection<?> names) {
        return names.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }

    private static String party(Party party) {
        return party.name().isBlank() || party.number().isBlank()
                ? party.label()
                : party.shown() + " (" + party.name() + ")";
    }

    private static void mark(StringJoiner marks, boolean set, String text) {
        if (set) {
            marks.add(text);
        }
    }

    private static String milliseconds(double value) {
        return Math.round(value) + " ms";
    }

    private static String level(double value) {
        return Math.round(value * 100) + " %";
    }
}

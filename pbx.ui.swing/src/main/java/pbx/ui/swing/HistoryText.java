package pbx.ui.swing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pbx.api.call.Direction;
import pbx.api.history.HistoryEntry;

/** A past call in words. Pure. */
final class HistoryText {
    private final Texts texts;
    private final CallText calls;
    private final Times times;

    HistoryText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.calls = new CallText(texts);
        this.times = new Times(texts, zone);
    }

    void fill(RowPanel<HistoryEntry> row, HistoryEntry entry, Instant now) {
        row.show(
                glyph(entry),
                entry.missed() && !entry.seen(),
                calls.who(entry.remote()),
                times.when(entry.began(), now),
                what(entry));
    }

    /** What sort of call, how long, through which queue, and the number where the name hides it. */
    String what(HistoryEntry entry) {
        String kind = entry.missed()
                ? "history.isMissed"
                : entry.direction() == Direction.IN
                        ? "history.in"
                        : entry.answered().isPresent() ? "history.out" : "history.unanswered";
        String group = entry.group().isBlank() ? "" : texts.get("call.through", Plain.line(entry.group()));
        return Stream.of(texts.get(kind), times.length(entry.talked()), calls.number(entry.remote()), group)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static Glyph glyph(HistoryEntry entry) {
        return entry.missed() ? Glyph.MISSED : entry.direction() == Direction.IN ? Glyph.IN : Glyph.OUT;
    }
}

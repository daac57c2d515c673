package pbx.shell;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import pbx.api.PbxException;

/** Where a command's results go: aligned text for people, or one JSON object a line. Every line is flushed. */
final class Output {
    private static final String GAP = "  ";

    private final PrintStream stream;
    private final boolean json;

    Output(PrintStream stream, boolean json) {
        this.stream = stream;
        this.json = json;
    }

    /** Standard output of this moment (Gogo exchanges it), as UTF-8 whatever the locale says. */
    static PrintStream standard() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    <R extends Record> void show(R thing, Function<R, List<String>> columns) {
        show(List.of(thing), columns, "");
    }

    /** Shows all, one a line; {@code none} is said, to people only, when there is nothing. */
    <R extends Record> void show(Collection<R> things, Function<R, List<String>> columns, String none) {
        if (json || !things.isEmpty()) {
            show(Optional.empty(), things, columns);
        } else {
            remark(none);
        }
    }

    /** Shows all, one a line, for people below a heading of as many words as each line has. */
    <R extends Record> void show(
            Optional<List<String>> heading, Collection<R> things, Function<R, List<String>> columns) {
        if (json) {
            things.forEach(thing -> stream.println(Json.of(thing)));
        } else {
            align(Stream.concat(heading.stream(), things.stream().map(columns))
                    .map(Output::plain)
                    .toList());
        }
    }

    /** A line for people only. */
    void remark(String text) {
        if (!json) {
            stream.println(Text.plain(text));
        }
    }

    static void error(PrintStream stream, PbxException e) {
        stream.println("error: " + e.reason() + " " + Text.plain(String.valueOf(e.getMessage())));
    }

    private void align(List<List<String>> rows) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(r -> r.get(column).length())
                        .max()
                        .orElse(0);
                line.append(row.get(i)).append(" ".repeat(width - row.get(i).length()));
                line.append(width == 0 ? "" : GAP);
            }
            stream.println(line.toString().stripTrailing());
        }
    }

    private static List<String> plain(List<String> row) {
        return row.stream().map(Text::plain).toList();
    }
}

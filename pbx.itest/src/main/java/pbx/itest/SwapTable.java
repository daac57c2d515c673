package pbx.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * The table of what replacing costs. {@code ./pbx test --full} measures it and puts it into the README, between the two lines
 * that name this command.
 */
final class SwapTable {
    private static final String HEAD =
            """
            | replaced | how | times | away, ms (median / longest) | state as before after, ms | frames lost | samples concealed | longest gap between frames, ms | far end heard silence, all times together, ms |
            |---|---|---|---|---|---|---|---|---|
            """;
    private static final String BEGIN = "<!-- ./pbx test --full writes this table -->\n";
    private static final String END = "<!-- end of the table -->";
    private static final List<SwapRow> ROWS = new CopyOnWriteArrayList<>();

    private SwapTable() {}

    /** Row by row: one that fails takes none of the others with it. */
    static void add(SwapRow row) throws IOException {
        ROWS.add(row);
        write();
    }

    /** As {@code swap.md} and {@code swap.json} in the folder that the system property {@code pbx.swap} names. */
    private static void write() throws IOException {
        Path folder = Path.of(System.getProperty("pbx.swap", "target"));
        Files.createDirectories(folder);
        String table = HEAD + ROWS.stream().map(SwapRow::markdown).collect(Collectors.joining("\n")) + "\n";
        Files.writeString(folder.resolve("swap.md"), table);
        if (SwapStage.FULL) {
            show(folder.resolve("../../README.md"));
        }
        Files.writeString(
                folder.resolve("swap.json"),
                ROWS.stream().map(SwapRow::json).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }

    /** Rows that were not measured now stay as they are. */
    private static void show(Path readme) throws IOException {
        String text = Files.readString(readme);
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        if (from >= 0 && to > from) {
            Map<String, String> rows = new LinkedHashMap<>();
            text.substring(from + BEGIN.length(), to)
                    .lines()
                    .skip(HEAD.lines().count())
                    .forEach(row -> rows.put(what(row), row));
            ROWS.stream().map(SwapRow::markdown).forEach(row -> rows.put(what(row), row));
            Files.writeString(
                    readme,
                    text.substring(0, from + BEGIN.length())
                            + HEAD
                            + String.join("\n", rows.values())
                            + "\n"
                            + text.substring(to));
        }
    }

    /** Its first two cells: what was replaced, and how. */
    private static String what(String row) {
        return row.replaceFirst("^([|][^|]*[|][^|]*[|]).*", "$1");
    }
}

package pbx.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The table of what replacing costs, for the README and the benchmarks. */
final class SwapTable {
    private static final String HEAD =
            """
            | replaced | how | times | away, ms (median / longest) | right again, ms | frames lost | samples concealed | longest gap between frames, ms | far end heard silence, ms |
            |---|---|---|---|---|---|---|---|---|
            """;
    private static final List<SwapRow> ROWS = new CopyOnWriteArrayList<>();

    private SwapTable() {}

    static void add(SwapRow row) {
        ROWS.add(row);
    }

    /** As {@code swap.md} and {@code swap.json} in the folder that the system property {@code pbx.swap} names. */
    static void write() throws IOException {
        Path folder = Path.of(System.getProperty("pbx.swap", "target"));
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("swap.md"),
                HEAD + ROWS.stream().map(SwapRow::markdown).collect(Collectors.joining("\n")) + "\n");
        Files.writeString(
                folder.resolve("swap.json"),
                ROWS.stream().map(SwapRow::json).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
    }
}

package pbx.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The README's table of what was measured: what is measured again replaces its row, the others stay. */
final class Table {
    private static final String BEGIN = "<!-- ./pbx bench --readme writes this table -->\n";
    private static final String END = "<!-- end of the measured -->\n";
    private static final String HEAD =
            "| name | median | least .. most | runs | beside | its median | ratio |\n|---|---|---|---|---|---|---|\n";

    private Table() {}

    static void update(Path file, List<Result> results) throws IOException {
        String text = Files.readString(file);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END);
        if (begin < BEGIN.length() || end < begin) {
            throw new IOException(file + " has no place for the table: " + BEGIN.strip());
        }
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : text.substring(begin, end).lines().skip(2).toList()) {
            rows.put(line.split("`", -1)[1], line);
        }
        results.forEach(result -> rows.put(result.name(), row(result)));
        List<String> order = new ArrayList<>(rows.keySet());
        Files.writeString(
                file,
                text.substring(0, begin)
                        + HEAD
                        + order.stream().map(rows::get).map(row -> row + "\n").collect(Collectors.joining())
                        + text.substring(end));
    }

    static String row(Result result) {
        String unit = result.unit().isEmpty() ? "" : " " + result.unit();
        String left = String.format(
                Locale.ROOT,
                "| `%s` | %s%s | %s | %d |",
                result.name(),
                Result.number(result.value()),
                unit,
                result.values().spread(),
                result.values().runs());
        return result.stoodAlone()
                ? left + " | | |"
                : left
                        + String.format(
                                Locale.ROOT,
                                " %s | %s%s | %.2f |",
                                result.against(),
                                Result.number(result.others().median()),
                                unit,
                                result.ratio());
    }
}

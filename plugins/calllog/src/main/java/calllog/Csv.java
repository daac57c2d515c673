package calllog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a history as RFC 4180 says. A stranger's name that a spreadsheet would take for a formula is made a text. */
final class Csv {
    private final Path file;

    Csv(Path file) {
        this.file = file;
    }

    /** Returns how many calls there are in it. Nobody finds half a file. */
    int write(List<Entry> entries) throws IOException {
        Path coming = file.resolveSibling("." + file.getFileName() + ".coming");
        String head = line(Stream.of(
                "began", "answered", "ended", "seconds", "direction", "number", "name", "ending", "account", "call"));
        String rows = entries.stream().map(Csv::line).collect(Collectors.joining());
        Files.writeString(coming, head + rows);
        Files.move(coming, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return entries.size();
    }

    private static String line(Entry e) {
        return line(Stream.of(
                e.began().toString(),
                e.answered().map(Instant::toString).orElse(""),
                e.ended().toString(),
                Long.toString(e.talked()),
                e.direction(),
                e.number(),
                e.name(),
                e.ending(),
                e.account(),
                e.call()));
    }

    private static String line(Stream<String> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("\\+?[0-9]+");
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}

package pbx.health.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The newest recordings of the wire that were made masked. One that was made with numbers and names is not sent to anybody
 * without its owner's doing it himself.
 */
final class Recordings {
    private static final int NEWEST = 3;
    private static final int MOST_BYTES = 20 << 20;
    private static final String MASKED = "\"kept\":\"masked\"";

    private Recordings() {}

    static List<Part> in(Path folder) {
        List<Part> parts = new ArrayList<>();
        for (Path file : newest(folder)) {
            parts.add(new Part("recordings/" + file.getFileName(), () -> text(file)));
        }
        return parts;
    }

    private static List<Path> newest(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .limit(NEWEST)
                    .toList();
        } catch (IOException nothingRecorded) {
            return List.of();
        }
    }

    /** From its beginning, which a replay needs, and whole lines only. */
    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            String first = text.substring(0, Math.max(0, text.indexOf('\n')));
            return first.contains(MASKED)
                    ? text.substring(0, text.lastIndexOf('\n') + 1)
                    : "left out: it was recorded with numbers and names (record=full); send it yourself if you may\n";
        }
    }
}

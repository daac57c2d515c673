package pbx.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a file. */
record ConfFile(List<Line> lines) {
    private static final Pattern NATURAL = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\r|\\n)|[^\\r\\n]+\\z");
    private static final Pattern COMMENT = Pattern.compile("\\uFEFF?[ \\t\\f]*(?:[#!].*|\\R?)", Pattern.DOTALL);
    private static final Pattern CONTINUED = Pattern.compile("(?s)(?:.*[^\\\\])?(?:\\\\\\\\)*\\\\\\R?");

    static ConfFile read(Path path) throws BadFile {
        try {
            String text = Files.readString(path);
            if (text.isBlank()) {
                throw new BadFile("is empty");
            }
            return parse(text);
        } catch (CharacterCodingException e) {
            throw new BadFile("is not text in UTF-8");
        } catch (IOException e) {
            throw new BadFile("cannot be read");
        }
    }

    static ConfFile parse(String text) throws BadFile {
        List<Line> lines = new ArrayList<>();
        StringBuilder raw = new StringBuilder();
        for (Matcher next = NATURAL.matcher(text); next.find(); ) {
            boolean comment = raw.isEmpty() && COMMENT.matcher(next.group()).matches();
            raw.append(next.group());
            if (comment || !CONTINUED.matcher(next.group()).matches()) {
                lines.add(Line.of(raw.toString()));
                raw.setLength(0);
            }
        }
        if (!raw.isEmpty()) {
            lines.add(Line.of(raw.toString()));
        }
        return new ConfFile(lines);
    }

    /** Name and value, in order. Of a name that is there twice the last counts, as ever. */
    Map<String, String> settings() throws BadFile {
        Map<String, String> settings = new LinkedHashMap<>();
        lines.stream().filter(line -> !line.key().isEmpty()).forEach(line -> settings.put(line.key(), line.value()));
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String key : settings.keySet()) {
            if (!names.add(key)) {
                throw new BadFile("has " + Plain.text(key) + " in small and in capital letters, which is one name");
            }
        }
        return settings;
    }

    /** The same with other values; null takes a setting away, a new one comes last. */
    ConfFile with(Map<String, String> changes) {
        List<Line> next = new ArrayList<>();
        Map<String, String> open = new LinkedHashMap<>(changes);
        for (Line line : lines) {
            String value = changes.get(line.key());
            if (!changes.containsKey(line.key())) {
                next.add(line);
            } else if (value != null) {
                next.add(line.with(value));
            }
            open.remove(line.key());
        }
        open.values().removeIf(java.util.Objects::isNull);
        open.forEach((key, value) -> append(next, key, value));
        return new ConfFile(next);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.raw()));
        return text.toString();
    }

    private static void append(List<Line> lines, String key, String value) {
        String end = lines.isEmpty() ? "" : lines.get(0).end();
        String kept = end.isEmpty() ? "\n" : end;
        if (!lines.isEmpty()) {
            Line last = lines.get(lines.size() - 1);
            if (last.end().isEmpty()) {
                lines.set(lines.size() - 1, new Line(last.raw() + kept, last.key(), last.value()));
            }
        }
        lines.add(Line.made(key, value, kept));
    }
}

package pbx.audit;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit trail: who did what, one JSON object a line, {@code {"time":..,"event":"REFUSED","file":..,"reason":..}}. Several
 * bundles write one file: a line is appended at once, and whoever finds more than 10 MB makes it {@code audit.log.1}, whose
 * predecessor goes. Callers MUST NOT hand in a secret. From any thread; never fails.
 */
public final class AuditFile {
    /** Where all bundles keep it, below the platform's home. */
    public static final Path USUAL = Path.of("data", "audit.log");

    private static final Logger LOG = LoggerFactory.getLogger(AuditFile.class);
    private static final long LONGEST = 10_000_000;
    private static final int LONGEST_TEXT = 2000;
    private static final Pattern FIELD =
            Pattern.compile("\"(TEXT)\":\"(TEXT)\"".replace("TEXT", "[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+"));
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|.)");
    private static final Duration STALE = Duration.ofMinutes(1);

    private final Path file;
    private final Clock clock;

    public AuditFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** @param pairs names and values by turns; empty values are left out */
    public void write(String event, String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("time", clock.instant().toString());
        fields.put("event", event);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                fields.put(pairs[i], pairs[i + 1]);
            }
        }
        append(fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
                .collect(Collectors.joining(",", "{", "}\n")));
    }

    /** The lines that were written last, oldest first. */
    public List<String> last(int most) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            List<String> all = lines.toList();
            return all.subList(Math.max(0, all.size() - most), all.size());
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        }
    }

    /** What a line that was written here says, in its order; a broken line says what it can. */
    public static Map<String, String> fields(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(line).results().forEach(field -> fields.put(plain(field.group(1)), plain(field.group(2))));
        return fields;
    }

    private static String plain(String quoted) {
        return ESCAPE.matcher(quoted)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? escape.group().substring(1)
                                : Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private void append(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) > LONGEST) {
                begin();
            }
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.error("the audit log cannot be written: {}; it would say {}", e, line.strip());
        }
    }

    /** Only who makes the mark moves the file, and looks again before: another bundle may have done so just now. */
    private void begin() throws IOException {
        Path mark = file.resolveSibling(file.getFileName() + ".moving");
        try {
            Files.createFile(mark);
        } catch (FileAlreadyExistsException another) {
            Instant since = Files.getLastModifiedTime(mark).toInstant();
            if (since.plus(STALE).isBefore(Instant.now())) {
                Files.deleteIfExists(mark);
            }
            return;
        }
        try {
            if (Files.size(file) > LONGEST) {
                Path before = file.resolveSibling(file.getFileName() + ".1");
                Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(mark);
        }
    }

    /** Texts are strangers': whatever is not plainly visible is escaped. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), LONGEST_TEXT); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}

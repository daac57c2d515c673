package pbx.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was done to plugins, one JSON object a line: {@code {"time":..,"event":"REFUSED","file":..,"reason":..}}. At 10 MB the
 * file becomes {@code audit.log.1}, whose predecessor goes.
 */
final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final long LONGEST = 10_000_000;

    private final Path file;
    private final Clock clock;

    Audit(Path folder, Clock clock) {
        this.file = folder.resolve("audit.log");
        this.clock = clock;
    }

    /** @param pairs names and values by turns; empty values are left out */
    synchronized void write(String event, String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("time", clock.instant().toString());
        fields.put("event", event);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                fields.put(pairs[i], pairs[i + 1]);
            }
        }
        String line = fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
                .collect(Collectors.joining(",", "{", "}\n"));
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LONGEST) {
                Files.move(file, file.resolveSibling("audit.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.error("the audit log cannot be written: {}; it would say {}", e, line.strip());
        }
    }

    /** Texts are strangers': whatever is not plainly visible is escaped. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
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

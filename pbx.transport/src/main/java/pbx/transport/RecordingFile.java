package pbx.transport;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form of a recording: JSON lines, each an object with {@code t} (milliseconds since the recording began) and {@code what}:
 *
 * <ul>
 *   <li>{@code recording}, first: {@code form} (1), {@code kept} (masked or full), {@code began} (date and time)
 *   <li>{@code opened} and {@code closed} (with {@code code} and {@code reason}): the socket
 *   <li>{@code received} and {@code sent}, with {@code frame}: a message as it came and went, masked
 *   <li>{@code left-out}, with {@code count}: so many lines are missing here
 * </ul>
 */
final class RecordingFile {
    static final Path FOLDER = Path.of("data", "recordings");
    static final int FORM = 1;

    private RecordingFile() {}

    static Map<String, Object> line(long t, String what, Object... namesAndValues) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("t", t);
        line.put("what", what);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            line.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return line;
    }
}

package pbx.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pbx.api.connection.Message;

/** The table {@code frames.jsonl}: every frame of presence in the protocol notes, and every field of their section 6. */
class FramesTest {
    private static final List<Map<String, Object>> ROWS = read();

    static Stream<Named<Map<String, Object>>> rows() {
        return ROWS.stream()
                .map(row -> Named.of(row.get("row") + " (" + row.get("notes") + ", " + row.get("tags") + ")", row));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void shows(Map<String, Object> row) {
        Desk desk = new Desk().connected();
        frames(row).forEach(frame -> desk.receive(Message.from(frame)));
        assertEquals(expected(row), desk.shown());
    }

    /** Protocol notes 3.1 [D, field L]: the one frame that presence itself sends; the other subscriptions are the transport's. */
    @Test
    void sendsTheSubscriptionAsTheNotesHaveIt() {
        Desk desk = new Desk().connected();
        assertEquals(
                List.of(Desk.object("{\"action\":\"domain-calls\",\"subscribe\":true}")),
                desk.connection.sent.stream().map(Message::fields).toList());
    }

    @Test
    void everyRowHasItsEvidence() {
        Set<String> tags = Set.of("D", "S", "O", "V16", "L", "T", "C", "C*", "I");
        for (Map<String, Object> row : ROWS) {
            assertTrue(tags.containsAll(List.of(Message.text(row, "tags").split(" "))), row.toString());
        }
    }

    private static List<Map<String, Object>> frames(Map<String, Object> row) {
        return ((List<?>) row.get("frames"))
                .stream()
                        .flatMap(frame -> "%PEOPLE%".equals(frame)
                                ? frames(ROWS.get(0)).stream()
                                : Message.list(Map.of("frame", frame), "frame").stream())
                        .toList();
    }

    /** Either all of it, or what differs from the row "the picture". */
    private static Map<String, String> expected(Map<String, Object> row) {
        Map<String, String> expected = new HashMap<>(row.containsKey("also") ? lines(ROWS.get(0), "shows") : Map.of());
        expected.putAll(lines(row, row.containsKey("also") ? "also" : "shows"));
        return expected;
    }

    private static Map<String, String> lines(Map<String, Object> row, String field) {
        Map<String, String> lines = new HashMap<>();
        ((Map<?, ?>) row.get(field)).forEach((number, line) -> lines.put((String) number, (String) line));
        return lines;
    }

    private static List<Map<String, Object>> read() {
        try (InputStream table = FramesTest.class.getResourceAsStream("frames.jsonl")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Desk::object)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

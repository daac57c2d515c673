package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pbx.api.connection.Message;

/** The frames of the protocol notes, one by one: understood as they are meant, and written back as they came. */
class GoldenFramesTest {
    private final Json json = new Json();

    record Golden(
            String direction, String generation, String tags, String where, String kind, String fields, String frame) {
        @Override
        public String toString() {
            return direction + " " + generation + " [" + tags + "] " + where + " " + kind + " " + frame;
        }
    }

    static Stream<Golden> frames() throws IOException {
        List<Golden> frames = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                GoldenFramesTest.class.getResourceAsStream("frames.txt"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("#")) {
                    String[] f = Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toArray(String[]::new);
                    frames.add(new Golden(f[0], f[1], f[2], f[3], f[4], f[5], in.readLine()));
                }
            }
        }
        return frames.stream();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void isUnderstood(Golden golden) throws IOException {
        Message message = json.message(golden.frame()).orElseThrow();
        // reserved keys are the PBX's alone: what we say is named by its action
        assertEquals(golden.kind(), golden.direction().equals("in") ? message.kind() : message.text("action"));
        for (String field : golden.fields().split(";", -1)) {
            if (!field.isBlank()) {
                String[] parts = field.strip().split("=", 2);
                assertEquals(parts[1], read(message, parts[0]), parts[0]);
            }
        }
        ObjectMapper mapper = new ObjectMapper();
        assertEquals(mapper.readTree(golden.frame()), mapper.readTree(json.text(message.fields())), "nothing is lost");
    }

    /** {@code code}, {@code sdp.type}, {@code calls#} (how many), {@code calls.0.id}. */
    private static String read(Message message, String path) {
        String[] steps = path.split("\\.", -1);
        if (path.endsWith("#")) {
            return String.valueOf(
                    message.list(path.substring(0, path.length() - 1)).size());
        }
        if (steps.length == 3) {
            Map<String, Object> item = message.list(steps[0]).get(Integer.parseInt(steps[1]));
            return Message.text(item, steps[2]);
        }
        return steps.length == 2 ? Message.text(message.list(steps[0]).get(0), steps[1]) : message.text(path);
    }

    @Test
    void theTableIsWhole() throws IOException {
        List<Golden> frames = frames().toList();
        System.out.println("golden frames: " + frames.size());
        for (String flat : Message.FLAT) {
            assertTrue(frames.stream().anyMatch(f -> f.kind().equals(flat)), flat);
        }
        for (String generation : List.of("G1", "G2", "G3")) {
            assertTrue(frames.stream().anyMatch(f -> f.generation().equals(generation)), generation);
        }
    }
}

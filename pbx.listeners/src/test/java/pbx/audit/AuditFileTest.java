package pbx.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void whatStrangersSayIsOneLineOfPlainText() throws IOException {
        AuditFile audit = open();
        audit.write("DID", "what", "a\"b\\\n{\u202e", "nothing", "");
        audit.write("DID", "what", "x".repeat(5000));
        List<String> lines = audit.last(10);
        assertEquals(
                "{\"time\":\"2026-01-01T00:00:00Z\",\"event\":\"DID\",\"what\":\"a\\\"b\\\\\\u000a{\\u202e\"}",
                lines.get(0));
        assertTrue(lines.get(1).length() < 2100);
        assertEquals(lines.subList(1, 2), audit.last(1));
        Map<String, String> fields = AuditFile.fields(lines.get(0));
        assertEquals(List.of("time", "event", "what"), List.copyOf(fields.keySet()));
        assertEquals("a\"b\\\n{\u202e", fields.get("what"));
        audit.write("DID", "what", "\u202e".repeat(5000));
        String hard = AuditFile.fields(audit.last(1).get(0)).get("what");
        assertEquals("\u202e".repeat(2000), hard, "no line is too hard");
        assertEquals(Map.of(), AuditFile.fields("no json"));
    }

    @Test
    void severalWriteOneFile() throws IOException {
        List<AuditFile> bundles = List.of(open(), open(), open());
        IntStream.range(0, 300).parallel().forEach(i -> bundles.get(i % 3).write("DID", "n", "" + i));
        List<String> lines = bundles.get(0).last(1000);
        assertEquals(300, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.startsWith("{") && line.endsWith("}")));
    }

    @Test
    void aLongFileMakesRoom() throws IOException {
        Files.writeString(file(), "x".repeat(10_000_001));
        open().write("DID");
        assertEquals(1, open().last(10).size());
        assertEquals(10_000_001, Files.size(folder.resolve("audit.log.1")));
        assertFalse(Files.exists(folder.resolve("audit.log.moving")));
    }

    private AuditFile open() {
        return new AuditFile(file(), CLOCK);
    }

    private Path file() {
        return folder.resolve("audit.log");
    }
}

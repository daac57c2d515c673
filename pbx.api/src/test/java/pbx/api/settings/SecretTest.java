package pbx.api.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
    @TempDir
    Path folder;

    @Test
    void aPlainOneIsItself() {
        assertEquals("pa:ss word\n", Secret.reveal("pa:ss word\n"));
        assertEquals("", Secret.reveal(""));
        assertEquals("env:X", Secret.reveal("plain:env:X"));
        assertFalse(Secret.reference("plain:env:X"));
    }

    @Test
    void aFileIsReadWithoutItsLastLineEnd() throws Exception {
        Path file = folder.resolve("secret");
        Files.writeString(file, "two words\r\n");
        assertEquals("two words", Secret.reveal("file:" + file));
        Files.writeString(file, "a\nb\n\n");
        assertEquals("a\nb\n", Secret.reveal("file: " + file));
        assertTrue(Secret.reference("file:" + file));
    }

    @Test
    void theEnvironmentIsRead() {
        Map.Entry<String, String> any = System.getenv().entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals(any.getValue(), Secret.reveal("env:" + any.getKey()));
        assertTrue(Secret.reference("env:" + any.getKey()));
    }

    @Test
    void whatIsNotThereIsNamedByItsReference() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty"));
        Path large = Files.writeString(folder.resolve("large"), "CANARY".repeat(20_000));
        for (String reference : new String[] {
            "env:PBX_NO_SUCH",
            "env:",
            "file:" + folder.resolve("none"),
            "file:" + folder,
            "file:" + empty,
            "file:" + large,
            "file:\0"
        }) {
            String message = assertThrows(IllegalArgumentException.class, () -> Secret.reveal(reference))
                    .getMessage();
            assertTrue(message.contains("refers to " + reference), message);
            assertFalse(message.contains("CANARY"), message);
        }
    }
}

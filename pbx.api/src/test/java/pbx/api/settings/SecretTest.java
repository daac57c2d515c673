package pbx.api.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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

    @Test
    void aSealedOneIsOpenedByItsKeyAlone() throws Exception {
        Path key = folder.resolve("keys/secret.key");
        Seal seal = new Seal(key);
        String closed = seal.close("CANARY ü");
        assertEquals("CANARY ü", seal.open(closed));
        assertFalse(closed.equals(seal.close("CANARY ü")), "each time another text");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals(List.of("secret.key"), names(key.getParent()), "nothing else is left there");

        char first = closed.charAt(20);
        String changed = closed.substring(0, 20) + (first == 'A' ? 'B' : 'A') + closed.substring(21);
        refused(seal, changed, "was changed");
        refused(seal, "no base64!", "was changed");
        refused(seal, "", "was changed");
        Seal another = new Seal(folder.resolve("another.key"));
        another.close("x");
        refused(another, closed, "another key");
        Files.writeString(key, "too short\n");
        refused(seal, closed, "secret.key");
        Files.delete(key);
        refused(seal, closed, "cannot be read");
    }

    private static void refused(Seal seal, String text, String why) {
        String message = assertThrows(IllegalArgumentException.class, () -> seal.open(text))
                .getMessage();
        assertTrue(message.contains(why) && !message.contains("CANARY"), message);
    }

    private static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aKeyringIsAskedByItsProgram() {
        assertEquals("of demo", new Keyring(List.of("printf", "of %s\n")).find("demo"));
        for (String name : List.of("", "-x", "a b", "$(id)", "a;b")) {
            assertThrows(IllegalArgumentException.class, () -> new Keyring(List.of("echo")).find(name), name);
        }
        for (List<String> program : List.of(List.of("false"), List.of("true"), List.of("pbx-no-such-program"))) {
            String message = assertThrows(IllegalArgumentException.class, () -> new Keyring(program).find("demo"))
                    .getMessage();
            assertTrue(message.startsWith("refers to keyring:demo, and "), message);
        }
        assertTrue(Secret.reference("keyring:demo"));
        assertFalse(Secret.reference("sealed:AAAA"));
    }
}

package pbx.console.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {
    private static final Pattern LINE = Pattern.compile("web console: user admin, password ([2-9a-hjkmnp-z]{20}) "
            + "\\(shown once; delete \\S+ to get a new one\\)");

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void theFirstStartTellsAPasswordOnceAndKeepsOnlyItsHash() throws IOException {
        PasswordHash first = open();
        assertEquals(1, told.size());
        String password = password();
        assertTrue(first.matches(password));
        assertFalse(first.matches(password + "x"));
        String kept = Files.readString(file());
        assertFalse(kept.contains(password), kept);
        assertTrue(kept.startsWith("pbkdf2-sha256$600000$"), kept);

        assertTrue(open().matches(password));
        assertEquals(1, told.size());
    }

    @Test
    void everyPlatformGetsAnotherPassword() throws IOException {
        open();
        String first = password();
        Files.delete(file());
        open();
        assertEquals(2, told.size());
        assertNotEquals(first, password());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyButTheOwnerMayOpenIt() throws IOException {
        open();
        assertEquals("rw-------", permissions(file()));
        assertEquals("rwx------", permissions(file().getParent()));

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        open();
        assertEquals("rw-------", permissions(file()));
    }

    @Test
    void aFileThatIsNoneOfOursKeepsTheConsoleOff() throws IOException {
        Files.createDirectories(file().getParent());
        for (String broken : List.of("", "admin", "pbkdf2-sha256$1000$c2FsdHNhbHRzYWx0c2FsdA==$aGFzaA==", "a$b$c$d")) {
            Files.writeString(file(), broken);
            IOException problem = assertThrows(IOException.class, this::open, broken);
            assertTrue(problem.getMessage().contains("delete it to get a new password"), problem.getMessage());
        }
        assertEquals(List.of(), told);
    }

    @Test
    void aPasswordThatCannotBeStoredIsNotTold() throws IOException {
        Files.writeString(folder.resolve("console"), "a file where the folder should be");
        assertThrows(IOException.class, this::open);
        assertEquals(List.of(), told);
    }

    private PasswordHash open() throws IOException {
        return new PasswordFile(file()).open(told::add);
    }

    private Path file() {
        return folder.resolve("console").resolve("password");
    }

    private String password() {
        Matcher line = LINE.matcher(told.get(told.size() - 1));
        assertTrue(line.matches(), told.toString());
        return line.group(1);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

package pbx.console.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    private static final Pattern LINE = Pattern.compile("web console: user admin, password ([2-9a-hjkmnp-z]{20}) "
            + "\\(shown once; delete \\S+ to get a new one\\)");

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void theFirstStartTellsAPasswordOnceAndKeepsOnlyItsHash() throws IOException {
        Users first = open();
        assertEquals(1, told.size());
        String password = password();
        User admin = first.find("admin").orElseThrow();
        assertEquals(Role.ADMINISTRATOR, admin.role());
        assertTrue(admin.password().matches(password));
        assertFalse(admin.password().matches(password + "x"));
        String kept = Files.readString(file());
        assertFalse(kept.contains(password), kept);
        assertTrue(kept.startsWith("admin administrator pbkdf2-sha256$600000$"), kept);

        assertTrue(open().find("admin").orElseThrow().password().matches(password));
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
    void aFileOfEarlierVersionsIsTheAdministrators() throws IOException {
        Files.createDirectories(file().getParent());
        User admin = open().find("admin").orElseThrow();
        Files.writeString(file(), admin.password().text() + "\n");
        assertTrue(open().find("admin").orElseThrow().same(admin));
    }

    @Test
    void usersComeAndGoButTheLastAdministratorStays() throws IOException {
        Users users = open();
        String password = users.add("vic", Role.VIEWER);
        assertTrue(open().find("vic").orElseThrow().password().matches(password));
        users.role("vic", Role.OPERATOR);
        assertEquals(Role.OPERATOR, open().find("vic").orElseThrow().role());
        assertTrue(open().find("vic").orElseThrow().password().matches(password));
        users.password("vic", "of his own choice");
        assertEquals(Role.OPERATOR, open().find("vic").orElseThrow().role(), "as it is now");
        assertTrue(open().find("vic").orElseThrow().password().matches("of his own choice"));
        String fresh = users.reset("vic");
        assertEquals(Role.OPERATOR, open().find("vic").orElseThrow().role(), "as it is now");
        assertTrue(open().find("vic").orElseThrow().password().matches(fresh));
        assertThrows(IllegalArgumentException.class, () -> users.add("vic", Role.ADMINISTRATOR));
        assertTrue(open().find("vic").orElseThrow().password().matches(fresh));
        assertThrows(IllegalArgumentException.class, () -> users.reset("gone"));
        assertThrows(IllegalArgumentException.class, () -> users.role("gone", Role.VIEWER));
        assertThrows(IllegalArgumentException.class, () -> users.remove("gone"));
        assertThrows(IllegalArgumentException.class, () -> users.password("gone", "of his own choice"));
        assertThrows(IllegalArgumentException.class, () -> users.role("admin", Role.OPERATOR));
        assertThrows(IllegalArgumentException.class, () -> users.remove("admin"));
        assertThrows(IllegalArgumentException.class, () -> users.add("a b", Role.VIEWER));
        users.remove("vic");
        assertEquals(List.of("admin"), open().list().stream().map(User::name).toList());
    }

    @Test
    void anEditOfTheFileCountsAtOnceAndABrokenOneNotAtAll() throws IOException {
        Users users = open();
        open().add("vic", Role.VIEWER);
        assertTrue(users.find("vic").isPresent());
        Files.writeString(file(), "nonsense");
        Files.setLastModifiedTime(file(), FileTime.fromMillis(1));
        assertTrue(users.find("vic").isPresent());
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

    @Test
    void easyPasswordsAreNotTaken() {
        for (String easy : List.of("short", "aaaaaaaaaaaaaaaa", "i-am-vic-the-viewer", "x".repeat(300))) {
            assertFalse(User.objection("vic", easy).isEmpty(), easy);
        }
        assertEquals("", User.objection("vic", "correct horse battery"));
    }

    private Users open() throws IOException {
        return new Users(file(), PasswordHash.ITERATIONS, told::add);
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

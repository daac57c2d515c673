package pbx.console.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.console.security.Door.Verdict;

class PasswordCommandTest {
    private static final Pattern TOLD = Pattern.compile("web console: user (\\S+), password (\\S+) \\(shown once\\)");

    @TempDir
    Path folder;

    @Test
    void whoIsLockedOutComesInWithTheNewPasswordAtOnce() throws IOException {
        Users users = People.in(folder);
        Door door = People.door(users, new TestClock());
        for (int i = 0; i < 6; i++) {
            door.knock("127.0.0.1", new Login("olga", "wrong"));
        }
        Matcher told = TOLD.matcher(new PasswordCommand(door).password("olga"));
        assertTrue(told.matches());
        Door.Answer answer = door.knock("127.0.0.1", new Login(told.group(1), told.group(2)));
        assertEquals(Verdict.WELCOME, answer.verdict());
        assertEquals(Role.OPERATOR, answer.user().orElseThrow().role());
    }

    @Test
    void aNewUserNeedsARole() throws IOException {
        Users users = People.in(folder);
        PasswordCommand command = new PasswordCommand(People.door(users, new TestClock()));
        assertTrue(command.password("anna").startsWith("error: INVALID there is no user anna"));
        assertTrue(command.password("anna", "king").startsWith("error: INVALID the role is"));
        assertTrue(command.password("an na", "viewer").startsWith("error: INVALID "));
        assertEquals("error: INVALID there must be an administrator", command.password("admin", "viewer"));
        assertTrue(TOLD.matcher(command.password("anna", "viewer")).matches());
        assertEquals(Role.VIEWER, users.find("anna").orElseThrow().role());
    }
}

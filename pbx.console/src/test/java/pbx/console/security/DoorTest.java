package pbx.console.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pbx.console.security.Door.Verdict;

class DoorTest {
    private static final Login RIGHT = new Login("admin", "right");
    private static final Login WRONG = new Login("admin", "wrong");
    private static final String HERE = "127.0.0.1";
    private static final String THERE = "192.0.2.1";

    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    private Users users;
    private Door door;

    @BeforeEach
    void open() throws IOException {
        users = People.in(folder);
        door = People.door(users, clock);
    }

    @Test
    void onlyTheRightUserWithTheRightPasswordComesIn() {
        assertEquals(Verdict.WELCOME, knock(HERE, RIGHT));
        assertEquals(Verdict.WRONG, knock(HERE, WRONG));
        assertEquals(Verdict.WRONG, knock(HERE, new Login("root", "right")));
        assertEquals(Verdict.WRONG, knock(HERE, new Login("admin", "")));
        assertEquals(
                Role.VIEWER,
                door.knock(HERE, new Login("vic", "right")).user().orElseThrow().role());
    }

    @Test
    void fiveFailuresLockOutThatUserAtThatAddressForTheRestOfTheMinute() {
        fail(HERE, "admin", 4);
        assertEquals(Verdict.WELCOME, knock(HERE, RIGHT));
        fail(HERE, "admin", 1);
        assertEquals(Verdict.LOCKED_OUT, knock(HERE, WRONG));
        assertEquals(Verdict.LOCKED_OUT, knock(HERE, RIGHT));
        assertEquals(Verdict.WELCOME, knock(THERE, RIGHT), "whoever guesses there shuts nobody out here");
        assertEquals(Verdict.WELCOME, knock(HERE, new Login("vic", "right")));

        clock.pass(Duration.ofSeconds(59));
        assertEquals(Verdict.LOCKED_OUT, knock(HERE, RIGHT));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Verdict.WELCOME, knock(HERE, RIGHT), "tries meanwhile do not prolong it");
    }

    @Test
    void manyUsersTriedFromOneAddressLockOutTheAddress() {
        for (int i = 0; i < 5; i++) {
            fail(THERE, "user" + i, 4);
        }
        assertEquals(Verdict.LOCKED_OUT, knock(THERE, RIGHT));
        assertEquals(Verdict.WELCOME, knock(HERE, RIGHT));
    }

    @Test
    void theTerminalOpensALockedDoor() {
        fail(HERE, "admin", 5);
        door.forget("admin");
        assertEquals(Verdict.WELCOME, knock(HERE, RIGHT));
    }

    @Test
    void guessesSentAtTheSameTimeAreCountedToo() {
        List<Verdict> answers = Stream.generate(() -> WRONG)
                .limit(20)
                .parallel()
                .map(login -> knock(HERE, login))
                .toList();
        assertEquals(5, Collections.frequency(answers, Verdict.WRONG));
        assertEquals(15, Collections.frequency(answers, Verdict.LOCKED_OUT));
    }

    /** 2000 times the slow hash would take minutes. */
    @Test
    void aProgramsVerifiedLoginIsRememberedForAWhileButNotAfterANewPassword() throws IOException {
        Users slow = new Users(folder.resolve("slow").resolve("password"), PasswordHash.ITERATIONS, told -> {});
        slow.put("admin", Role.ADMINISTRATOR, "right");
        Door slowDoor = new Door(slow, clock, PasswordHash.ITERATIONS, Duration.ofMinutes(30), Duration.ofHours(12));
        slowDoor.knock(HERE, RIGHT);
        assertTimeout(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 2000; i++) {
                assertEquals(Verdict.WELCOME, slowDoor.knock(HERE, RIGHT).verdict());
            }
        });
        slow.put("admin", Role.ADMINISTRATOR, "another one");
        assertEquals(Verdict.WRONG, slowDoor.knock(HERE, RIGHT).verdict());
    }

    private Verdict knock(String address, Login login) {
        return door.knock(address, login).verdict();
    }

    private void fail(String address, String user, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(Verdict.WRONG, knock(address, new Login(user, "wrong")));
        }
    }
}

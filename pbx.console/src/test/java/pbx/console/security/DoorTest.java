package pbx.console.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pbx.console.security.Door.Answer;

class DoorTest {
    private static final PasswordHash QUICK = PasswordHash.of("right", new SecureRandom(), 1000);
    private static final Login RIGHT = new Login("admin", "right");
    private static final Login WRONG = new Login("admin", "wrong");
    private static final String HERE = "127.0.0.1";

    private final TestClock clock = new TestClock();
    private final Door door = new Door(QUICK, clock);

    @Test
    void onlyTheRightUserWithTheRightPasswordComesIn() {
        assertEquals(Answer.WELCOME, door.knock(HERE, RIGHT));
        assertEquals(Answer.WRONG, door.knock(HERE, WRONG));
        assertEquals(Answer.WRONG, door.knock(HERE, new Login("root", "right")));
        assertEquals(Answer.WRONG, door.knock(HERE, new Login("admin", "")));
    }

    @Test
    void fiveFailuresLockOutForTheRestOfTheMinuteWhoeverComes() {
        assertEquals(Answer.WELCOME, door.knock(HERE, RIGHT));
        fail(4);
        assertEquals(Answer.WELCOME, door.knock(HERE, RIGHT));
        fail(1);
        assertEquals(Answer.LOCKED_OUT, door.knock(HERE, WRONG));
        assertEquals(Answer.LOCKED_OUT, door.knock(HERE, RIGHT));
        assertEquals(Answer.WELCOME, door.knock("192.0.2.1", RIGHT));

        clock.pass(Duration.ofSeconds(59));
        assertEquals(Answer.LOCKED_OUT, door.knock(HERE, RIGHT));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(Answer.WELCOME, door.knock(HERE, RIGHT));
    }

    @Test
    void guessesSentAtTheSameTimeAreCountedToo() {
        List<Answer> answers = Stream.generate(() -> WRONG)
                .limit(20)
                .parallel()
                .map(login -> door.knock(HERE, login))
                .toList();
        assertEquals(5, Collections.frequency(answers, Answer.WRONG));
        assertEquals(15, Collections.frequency(answers, Answer.LOCKED_OUT));
    }

    /** 2000 times the slow hash would take minutes. */
    @Test
    void aVerifiedLoginIsRememberedForAWhile() {
        Door slow = new Door(PasswordHash.of("right", new SecureRandom()), clock);
        slow.knock(HERE, RIGHT);
        assertTimeout(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 2000; i++) {
                assertEquals(Answer.WELCOME, slow.knock(HERE, RIGHT));
            }
        });
        assertEquals(Answer.WRONG, slow.knock(HERE, new Login("admin", "right ")));
    }

    @Test
    void whatIsRememberedIsForgotten() {
        Verified verified = new Verified(clock, new SecureRandom());
        verified.keep(RIGHT);
        assertEquals(true, verified.holds(RIGHT));
        assertEquals(false, verified.holds(WRONG));
        clock.pass(Duration.ofMinutes(5));
        assertEquals(false, verified.holds(RIGHT));
        verified.keep(RIGHT);
        verified.forget();
        assertEquals(false, verified.holds(RIGHT));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(Answer.WRONG, door.knock(HERE, WRONG));
        }
    }
}

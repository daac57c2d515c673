package pbx.console.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides who comes in. There is one user. */
final class Door {
    static final String USER = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    enum Answer {
        WELCOME,
        WRONG,
        LOCKED_OUT
    }

    private final PasswordHash password;
    private final Failures failures;
    private final Verified verified;

    Door(PasswordHash password, Clock clock) {
        this.password = password;
        this.failures = new Failures(clock);
        this.verified = new Verified(clock, new SecureRandom());
    }

    /** The lock-out comes first: while it lasts, not even the right password tells a guesser that it is right. */
    Answer knock(String address, Login login) {
        if (failures.lockedOut(address)) {
            return Answer.LOCKED_OUT;
        }
        return verified.holds(login) ? Answer.WELCOME : verify(address, login);
    }

    void forget() {
        verified.forget();
    }

    /** One at a time: guesses sent in parallel must not get past the count, nor take every processor. */
    private synchronized Answer verify(String address, Login login) {
        if (failures.lockedOut(address)) {
            return Answer.LOCKED_OUT;
        }
        if (verified.holds(login) || matches(login)) {
            verified.keep(login);
            return Answer.WELCOME;
        }
        if (failures.failed(address)) {
            LOG.warn("web console: too many wrong passwords from {}; refused for a minute", address);
        }
        return Answer.WRONG;
    }

    /** Both are always compared: the time taken must not tell which of them was wrong. */
    private boolean matches(Login login) {
        boolean user = MessageDigest.isEqual(bytes(USER), bytes(login.user()));
        boolean word = password.matches(login.password());
        return user && word;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

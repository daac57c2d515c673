package pbx.console.security;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides who comes in, and keeps who may ({@link Users}) and who is inside ({@link Sessions}).
 *
 * <p>The configuration is this component's and not the security provider's: the Web Console takes its pages away for a moment
 * when a property of its provider changes.
 */
@Component(service = Door.class, configurationPid = "pbx.console")
@Designate(ocd = ConsoleConfig.class)
public final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final int LONGEST = 256;

    /** @param user empty unless welcome */
    record Answer(Verdict verdict, Optional<User> user) {
        static final Answer WRONG = new Answer(Verdict.WRONG, Optional.empty());
        static final Answer LOCKED_OUT = new Answer(Verdict.LOCKED_OUT, Optional.empty());
    }

    enum Verdict {
        WELCOME,
        WRONG,
        LOCKED_OUT
    }

    private final Users users;
    private final Sessions sessions;
    private final Failures failures;
    private final Verified verified;
    private final PasswordHash nobody;

    @Activate
    public Door(ConsoleConfig config) throws IOException {
        this(new Users(), Clock.systemUTC(), PasswordHash.ITERATIONS, idle(config), longest(config));
    }

    Door(Users users, Clock clock, int iterations, Duration idle, Duration longest) {
        SecureRandom random = new SecureRandom();
        this.users = users;
        this.sessions = new Sessions(users, clock, idle, longest);
        this.failures = new Failures(clock);
        this.verified = new Verified(clock, random);
        this.nobody = PasswordHash.ofNone(random, iterations);
    }

    @Modified
    void modified(ConsoleConfig config) {
        sessions.limit(idle(config), longest(config));
    }

    private static Duration idle(ConsoleConfig config) {
        return Duration.ofMinutes(config.idleMinutes());
    }

    private static Duration longest(ConsoleConfig config) {
        return Duration.ofHours(config.sessionHours());
    }

    public Users users() {
        return users;
    }

    Sessions sessions() {
        return sessions;
    }

    /** Of whom a login says that he is it; nothing is verified. */
    Optional<User> named(Login login) {
        return users.find(login.user());
    }

    /**
     * The lock-out comes first: while it lasts, not even the right password tells a guesser that it is right.
     *
     * @param address from where it comes: wrong passwords from elsewhere do not count for it
     */
    Answer knock(String address, Login login) {
        if (failures.lockedOut(address, login.user())) {
            return Answer.LOCKED_OUT;
        }
        Optional<User> user = users.find(login.user()).filter(found -> verified.holds(login, found));
        return user.isPresent() ? new Answer(Verdict.WELCOME, user) : verify(address, login);
    }

    /** Whether that is the user's password; counted as a login is. */
    public boolean knows(String address, String user, String password) {
        return knock(address, new Login(user, password)).verdict() == Verdict.WELCOME;
    }

    /** A user has got a new password: his failures count no more. */
    public void forget(String user) {
        failures.forget(user);
    }

    /** One at a time: guesses sent in parallel must not get past the count, nor take every processor. */
    private synchronized Answer verify(String address, Login login) {
        if (failures.lockedOut(address, login.user())) {
            return Answer.LOCKED_OUT;
        }
        Optional<User> user = users.find(login.user());
        if (matches(user, login) && user.isPresent()) {
            verified.keep(login, user.get());
            return new Answer(Verdict.WELCOME, user);
        }
        if (failures.failed(address, login.user())) {
            LOG.warn("web console: too many wrong passwords from {}; refused for a minute", address);
        }
        return Answer.WRONG;
    }

    /** A hash is computed in any case: the time taken must not tell which users there are. */
    private boolean matches(Optional<User> user, Login login) {
        PasswordHash kept = user.map(User::password).orElse(nobody);
        return login.password().length() <= LONGEST && kept.matches(login.password());
    }
}

package pbx.console.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is logged in. In memory only: a new console, or a restart, asks for the password again. An id is known to its browser
 * alone; kept here is its hash.
 */
final class Sessions {
    private static final int MOST = 200;
    private static final int BYTES = 32;

    private final Users users;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private volatile Duration idle;
    private volatile Duration longest;

    Sessions(Users users, Clock clock, Duration idle, Duration longest) {
        this.users = users;
        this.clock = clock;
        limit(idle, longest);
    }

    /** @param idle a session that is not used for so long ends; {@code longest} it ends after that in any case */
    void limit(Duration idle, Duration longest) {
        this.idle = idle;
        this.longest = longest;
    }

    /** A fresh id for each login, so that nobody can be given one that another knows. */
    String open(User user) {
        open.values().removeIf(session -> !good(session));
        while (open.size() >= MOST) {
            open.entrySet().stream()
                    .min(Comparator.comparing((Map.Entry<String, Session> entry) ->
                            entry.getValue().used()))
                    .ifPresent(oldest -> open.remove(oldest.getKey()));
        }
        String id = secret();
        open.put(hash(id), new Session(user, secret(), clock.instant()));
        return id;
    }

    /** The session, if it is still good. */
    Optional<Session> find(String id) {
        String hash = hash(id);
        Optional<Session> found = Optional.ofNullable(open.get(hash));
        if (found.isPresent() && !good(found.get())) {
            open.remove(hash);
            return Optional.empty();
        }
        return found;
    }

    /** Somebody did something in it. */
    void use(Session session) {
        session.use(clock.instant());
    }

    boolean good(Session session) {
        Instant now = clock.instant();
        return open.containsValue(session)
                && now.isBefore(session.used().plus(idle))
                && now.isBefore(session.began().plus(longest))
                && users.find(session.user.name()).filter(session.user::same).isPresent();
    }

    void end(String id) {
        open.remove(hash(id));
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

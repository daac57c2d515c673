package pbx.console.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short time which logins of programs were verified, so that the slow hash does not run for each of their
 * requests. Kept is a keyed hash; its key lives in this object only. A new password of the user makes another one.
 */
final class Verified {
    private static final Duration KEEP = Duration.ofMinutes(5);
    private static final int MOST = 100;
    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> until = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    Verified(Clock clock, SecureRandom random) {
        this.clock = clock;
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    synchronized void keep(Login login, User user) {
        until.put(mark(login, user), clock.instant().plus(KEEP));
    }

    synchronized boolean holds(Login login, User user) {
        Instant end = until.get(mark(login, user));
        return end != null && clock.instant().isBefore(end);
    }

    private String mark(Login login, User user) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String all = login.user()
                    + '\0'
                    + login.password()
                    + '\0'
                    + user.password().text();
            return HexFormat.of().formatHex(mac.doFinal(all.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}

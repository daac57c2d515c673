package pbx.console.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short time which login was verified, so that the slow hash does not run for every picture of a page. Kept
 * is a keyed hash; its key lives in this object only.
 */
final class Verified {
    private static final Duration KEEP = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key;
    private byte[] mark = new byte[0];
    private Instant until = Instant.MIN;

    Verified(Clock clock, SecureRandom random) {
        this.clock = clock;
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    synchronized void keep(Login login) {
        mark = mark(login);
        until = clock.instant().plus(KEEP);
    }

    synchronized boolean holds(Login login) {
        return clock.instant().isBefore(until) && MessageDigest.isEqual(mark, mark(login));
    }

    synchronized void forget() {
        until = Instant.MIN;
    }

    private byte[] mark(Login login) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((login.user() + '\0' + login.password()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}

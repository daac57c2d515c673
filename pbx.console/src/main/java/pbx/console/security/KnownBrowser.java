package pbx.console.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A browser in which a user has logged in before is told apart from its address by a cookie (OWASP's device cookie): whoever
 * guesses elsewhere on the same machine or behind the same proxy locks the guesser out, and not the user. It opens nothing: the
 * password is asked for as ever, and wrong ones in this browser are counted too.
 *
 * <p>The cookie is a random name and its keyed hash. The key is made of what is kept of the user's password: a new password
 * makes all his browsers unknown, and nothing else need be stored.
 */
final class KnownBrowser {
    static final String NAME = "pbx-console-known";
    private static final int SECONDS = 180 * 24 * 3600;
    private static final int BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private KnownBrowser() {}

    /** Its name, if it is one of this user's. */
    static Optional<String> of(HttpServletRequest request, User user) {
        return SessionCookie.named(request, NAME).filter(value -> {
            String[] parts = value.split("\\.", -1);
            return parts.length == 2 && MessageDigest.isEqual(bytes(parts[1]), bytes(mark(parts[0], user)));
        });
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, User user) {
        if (of(request, user).isPresent()) {
            return;
        }
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        response.addHeader(
                "Set-Cookie",
                NAME + "=" + name + "." + mark(name, user) + "; Path=" + Root.of(request) + "/" + Entrance.LABEL
                        + "; Max-Age=" + SECONDS + "; HttpOnly; SameSite=Strict"
                        + (request.isSecure() ? "; Secure" : ""));
    }

    private static String mark(String name, User user) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(
                    bytes("known browser of " + user.password().text()), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(user.name() + " " + name)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

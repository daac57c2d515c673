package pbx.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The two ways in which a password travels. Comparing takes equally long wherever the difference is. */
final class Passwords {
    private Passwords() {}

    /** Whether the hash is the MD5 of the plain password in lower-case hex. An empty password is nobody's. */
    static boolean hashed(String password, String hash) {
        return !password.isEmpty() && MessageDigest.isEqual(md5(password), utf8(hash));
    }

    static boolean plain(String password, String given) {
        return !password.isEmpty() && MessageDigest.isEqual(utf8(password), utf8(given));
    }

    /** What an {@code Authorization: Basic} header says, {@code NAME:PASSWORD}; empty when it is none. */
    static String basic(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return "";
        }
        try {
            return new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static byte[] md5(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(utf8(password));
            return utf8(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

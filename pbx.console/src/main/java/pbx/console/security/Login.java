package pbx.console.security;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * User and password as a request brings them (HTTP Basic, RFC 7617, UTF-8).
 *
 * @param user as typed
 * @param password as typed; never in a log
 */
record Login(String user, String password) {
    private static final String SCHEME = "basic ";

    /** Empty unless the header is a well-formed Basic one. */
    static Optional<Login> parse(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).trim());
            String both = new String(decoded, StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Login(both.substring(0, colon), both.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}

package pbx.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import pbx.simulator.exchange.Exchange;

/** Web sessions and the tokens of third parties. */
public final class Login {
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(10);

    private final Exchange exchange;
    private final Tickets sessions;
    private final Tickets tokens;
    private volatile Credentials credentials;

    public Login(Exchange exchange, Credentials credentials, Duration sessionLife, InstantSource clock) {
        this.exchange = exchange;
        this.credentials = credentials;
        this.sessions = new Tickets(clock, sessionLife);
        this.tokens = new Tickets(clock, TOKEN_LIFE);
    }

    /** From now on these hold; sessions that are open stay. */
    public void credentials(Credentials newCredentials) {
        credentials = newCredentials;
    }

    /** {@code ACCOUNT MD5}, the MD5 being that of the plain password in lower-case hex: a new session, or nothing. */
    Optional<String> signIn(String value) {
        int blank = value.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        byte[] given = value.substring(blank + 1).getBytes(StandardCharsets.UTF_8);
        return account(value.substring(0, blank))
                .filter(account -> usable(account) && MessageDigest.isEqual(md5(account.password()), given))
                .map(account -> sessions.issue(account.rights()));
    }

    /** The rights behind an {@code Authorization: Basic} header. */
    Optional<Rights> basic(String header) {
        String plain = decode(header);
        int colon = plain.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        byte[] given = plain.substring(colon + 1).getBytes(StandardCharsets.UTF_8);
        return account(plain.substring(0, colon))
                .filter(account -> usable(account) && MessageDigest.isEqual(utf8(account.password()), given))
                .map(Known::rights);
    }

    boolean isAdmin(String header) {
        return decode(header).startsWith(credentials.admin() + ":")
                && basic(header).isPresent();
    }

    String token(Rights rights) {
        return tokens.issue(rights);
    }

    /** Changes a token into a session, once. */
    Optional<String> redeem(String token) {
        return tokens.take(token).map(sessions::issue);
    }

    Optional<Rights> session(String id) {
        return sessions.use(id);
    }

    void signOut(String id) {
        sessions.take(id);
    }

    private Optional<Known> account(String name) {
        Credentials now = credentials;
        if (name.equals(now.admin())) {
            return Optional.of(new Known(new Rights.OfTenant(), now.adminPassword()));
        }
        return extension(name).map(number -> new Known(new Rights.OfExtension(number), now.password()));
    }

    /** The extension in {@code 45@tenant}, or in {@code 45} since there is one tenant. */
    Optional<String> extension(String name) {
        String suffix = "@" + exchange.domain();
        String number = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        return Optional.of(number).filter(exchange::knows);
    }

    private static boolean usable(Known account) {
        return !account.password().isEmpty();
    }

    private static String decode(String header) {
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

    private record Known(Rights rights, String password) {}
}

package pbx.rest.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.access.Role;
import pbx.api.access.Token;
import pbx.api.access.Tokens;

/**
 * The tokens of {@code data/tokens}. A token is 256 random bits, so one round of SHA-256 without salt is enough to keep of it:
 * there is nothing to guess.
 */
@Component(immediate = true)
public final class FileTokens implements Tokens {
    private static final Logger log = LoggerFactory.getLogger(FileTokens.class);
    private static final String SCHEME = "Bearer ";
    private static final int BYTES = 32;
    /** Longer than any token; what is longer is not worth hashing. */
    private static final int LONGEST = 200;

    private final SecureRandom random = new SecureRandom();
    private final TokenFile file;

    @Activate
    public FileTokens() {
        this(Path.of("data", "tokens"));
    }

    FileTokens(Path file) {
        this.file = new TokenFile(file);
    }

    @Override
    public Optional<Token> check(String authorization) {
        if (authorization == null
                || authorization.length() > LONGEST
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] hash = hash(authorization.substring(SCHEME.length()).strip());
        Token found = null;
        for (Map.Entry<Token, String> each : known().entrySet()) { // all of them, whichever it is
            if (MessageDigest.isEqual(hash, HexFormat.of().parseHex(each.getValue()))) {
                found = each.getKey();
            }
        }
        return Optional.ofNullable(found);
    }

    /** None while the file cannot be read: a request is not told why. */
    private Map<Token, String> known() {
        try {
            return file.read();
        } catch (PbxException unreadable) {
            return Map.of();
        }
    }

    @Override
    public List<Token> list() {
        return file.read().keySet().stream()
                .sorted(Comparator.comparing(Token::name))
                .toList();
    }

    @Override
    public synchronized String create(String name, Role role) {
        Token token = token(name, role);
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String text = "pbx_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        write(() -> file.put(token, HexFormat.of().formatHex(hash(text))));
        log.info("token {} is made, for a {}", name, role);
        return text;
    }

    @Override
    public synchronized void revoke(String name) {
        if (file.read().keySet().stream().map(Token::name).noneMatch(name::equals)) {
            throw new PbxException(Reason.INVALID, "there is no token " + name + "; pbx:token lists them");
        }
        write(() -> file.remove(name));
        log.info("token {} is taken back", name);
    }

    private static Token token(String name, Role role) {
        try {
            return new Token(name, role);
        } catch (IllegalArgumentException e) {
            throw new PbxException(Reason.INVALID, e.getMessage(), e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new PbxException(Reason.REFUSED, "data/tokens cannot be written (" + e + "); make it writable", e);
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

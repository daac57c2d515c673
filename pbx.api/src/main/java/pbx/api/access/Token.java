package pbx.api.access;

import java.util.Objects;

/**
 * What is known of a token; never the token itself, of which a hash alone is kept. Immutable.
 *
 * @param name who or what uses it; letters, digits, {@code . _ -}, 40 at most
 * @param role what it allows
 */
public record Token(String name, Role role) {
    public Token {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        if (!name.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalArgumentException("a token's name has 1 to 40 of letters, digits, dot, _ and -");
        }
    }
}

package pbx.console.security;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Somebody who may come in. A session is good for as long as the user is exactly this one: a new password or role ends it.
 *
 * @param name what he types
 * @param role what he may do
 * @param password what is kept of his password
 */
public record User(String name, Role role, PasswordHash password) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,31}");
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;

    public User {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(password, "password");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a user's name has 1 to 32 of a-z, 0-9, . _ @ -, beginning with a letter" + " or digit");
        }
    }

    /** What is wrong with a password that somebody chose; empty: nothing. */
    public static String objection(String name, String password) {
        if (password.length() < SHORTEST) {
            return "a password has at least " + SHORTEST + " characters";
        }
        if (password.length() > LONGEST) {
            return "a password has at most " + LONGEST + " characters";
        }
        return password.contains(name) || password.chars().distinct().count() < 5
                ? "this password is too easy to guess"
                : "";
    }

    boolean same(User other) {
        return name.equals(other.name) && role == other.role && password.text().equals(other.password.text());
    }
}

package pbx.console.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do in the console; each role may also do what those before it may. */
public enum Role {
    /** Looks at the telephony pages. */
    VIEWER,
    /** Also hangs up, transfers, and uses the actions of plugins' panels. */
    OPERATOR,
    /** Also changes configurations, plugins, accounts and users, and uses Felix's own pages. */
    ADMINISTRATOR;

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As it stands in the file of users and in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}

package pbx.console.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;
import org.apache.felix.webconsole.servlet.User;

/**
 * Who sent a request, as our pages see him.
 *
 * @param name the user's name
 * @param role what he may do
 * @param token stands in our forms as {@code token}; empty for a program that sends its password each time
 * @param here whether he is still logged in; from any thread
 */
public record Visitor(String name, Role role, String token, BooleanSupplier here) {
    /** Who sent this request; every request that reaches a page was let in. */
    public static Visitor of(HttpServletRequest request) {
        if (request.getAttribute(User.USER_ATTRIBUTE) instanceof User user
                && user.getUserObject() instanceof Visitor visitor) {
            return visitor;
        }
        return new Visitor("", Role.VIEWER, "", () -> true);
    }

    public boolean may(Role needed) {
        return role.covers(needed);
    }

    @Override
    public String toString() {
        return name + " (" + role.word() + ")";
    }
}

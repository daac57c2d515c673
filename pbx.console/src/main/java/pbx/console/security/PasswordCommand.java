package pbx.console.security;

import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code pbx:password USER [ROLE]} at the terminal: the way in for who forgot his password, or is locked out. */
@Component(
        service = PasswordCommand.class,
        property = {"osgi.command.scope=pbx", "osgi.command.function=password"})
public final class PasswordCommand {
    private static final String INVALID = "error: INVALID ";
    private final Door door;

    @Activate
    public PasswordCommand(@Reference Door door) {
        this.door = door;
    }

    /** Gives a user a new password, or makes one; what is returned the shell prints. */
    public String password(String name, String role) throws IOException {
        Optional<Role> wanted = Role.of(role);
        if (wanted.isEmpty()) {
            return INVALID + "the role is viewer, operator or administrator";
        }
        try {
            return told(name, door.users().put(name, wanted.get()));
        } catch (IllegalArgumentException problem) {
            return INVALID + problem.getMessage();
        }
    }

    public String password(String name) throws IOException {
        try {
            return told(name, door.users().reset(name));
        } catch (IllegalArgumentException problem) {
            return INVALID + problem.getMessage() + "; name a role to make one";
        }
    }

    private String told(String name, String password) {
        door.forget(name);
        return "web console: user " + name + ", password " + password + " (shown once)";
    }
}

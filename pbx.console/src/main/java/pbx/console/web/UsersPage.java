package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.console.html.Html;
import pbx.console.security.Door;
import pbx.console.security.Role;
import pbx.console.security.Trail;
import pbx.console.security.User;
import pbx.console.security.Users;
import pbx.console.security.Visitor;

/** The page "Users": one's own password, and for the administrator who may come in. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + UsersPage.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Users",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + UsersPage.LABEL + "/pbx.css"
        })
public final class UsersPage extends ConsolePage {
    static final String LABEL = "pbxusers";
    private static final long serialVersionUID = 1L;

    private final transient Users users;
    private final transient Door door;

    @Activate
    public UsersPage(@Reference Door door, @Reference Trail trail) {
        super(LABEL, trail);
        this.users = door.users();
        this.door = door;
    }

    @Override
    String body(HttpServletRequest request, Visitor visitor) {
        UserSection section = new UserSection(root(request), visitor);
        String all = visitor.may(Role.ADMINISTRATOR) ? section.all(users.list()) : "";
        return "<div id=\"pbx\">" + section.ownPassword() + all + "</div>";
    }

    @Override
    String act(HttpServletRequest request, Visitor visitor) throws IOException {
        String what = text(request, "do");
        if (what.equals("password")) {
            return Html.said(true, ownPassword(request, visitor));
        }
        if (!visitor.may(Role.ADMINISTRATOR)) {
            throw new IllegalArgumentException("this needs the role administrator");
        }
        return Html.said(true, administer(what, request));
    }

    private String ownPassword(HttpServletRequest request, Visitor visitor) throws IOException {
        String fresh = text(request, "fresh");
        if (!fresh.equals(text(request, "again"))) {
            throw new IllegalArgumentException("the two new passwords differ");
        }
        String objection = User.objection(visitor.name(), fresh);
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException(objection);
        }
        String place = visitor.token().isEmpty() ? request.getRemoteAddr() : "session of " + visitor.name();
        if (!door.knows(place, visitor.name(), text(request, "present"))) {
            throw new IllegalArgumentException("the present password is wrong, or was wrong too often");
        }
        users.password(visitor.name(), fresh);
        return "Your password is changed. Log in anew.";
    }

    private String administer(String what, HttpServletRequest request) throws IOException {
        String name = text(request, "name");
        return switch (what) {
            case "add" -> told(name, users.add(name, role(request)));
            case "reset" -> {
                String password = users.reset(name);
                door.forget(name);
                yield told(name, password);
            }
            case "role" -> {
                users.role(name, role(request));
                yield name + " has the role " + text(request, "role") + ".";
            }
            case "remove" -> {
                users.remove(name);
                yield name + " is removed.";
            }
            default -> throw new IllegalArgumentException("this page does not do that");
        };
    }

    private static String told(String name, String password) {
        return "The password of " + name + " is " + password + " (shown once).";
    }

    private static Role role(HttpServletRequest request) {
        return Role.of(text(request, "role")).orElseThrow(() -> new IllegalArgumentException("there is no such role"));
    }
}

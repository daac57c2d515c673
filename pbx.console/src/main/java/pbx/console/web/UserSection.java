package pbx.console.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import pbx.console.html.Forms;
import pbx.console.html.Html;
import pbx.console.security.Role;
import pbx.console.security.User;
import pbx.console.security.Visitor;

/** The page of users: everybody's own password, and for the administrator everybody. */
final class UserSection {
    private static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::word).toList();

    private final String root;
    private final Visitor visitor;

    public UserSection(String root, Visitor visitor) {
        this.root = root;
        this.visitor = visitor;
    }

    public String ownPassword() {
        return "<h2>Your password</h2><p>You are " + Html.name(visitor.name()) + ", "
                + Html.text(visitor.role().word()) + ".</p>" + Forms.open(root, visitor.token())
                + Forms.field("Present password", "present", "password", "autocomplete=\"current-password\" required")
                + Forms.field("New password", "fresh", "password", "autocomplete=\"new-password\" required")
                + Forms.field("Once more", "again", "password", "autocomplete=\"new-password\" required")
                + Forms.button("do", "password", "Change it") + "</form>";
    }

    public String all(List<User> users) {
        String rows = users.stream().map(this::row).collect(Collectors.joining());
        return "<h2>Users</h2><table><thead><tr><th scope=\"col\">User</th><th scope=\"col\">Role</th>"
                + "<th scope=\"col\">Actions</th></tr></thead><tbody>" + rows + "</tbody></table><h2>New user</h2>"
                + Forms.open(root, visitor.token())
                + Forms.field("Name", "name", "text", "maxlength=\"32\" required")
                + Forms.choice("Role", "role", ROLES, Role.VIEWER.word()) + Forms.button("do", "add", "Add")
                + "</form>";
    }

    private String row(User user) {
        String name = Forms.hidden("name", user.name());
        String role = Forms.open(root, visitor.token()) + name
                + Forms.choice("", "role", ROLES, user.role().word()) + Forms.button("do", "role", "Set") + "</form>";
        String actions = Forms.open(root, visitor.token()) + name + Forms.button("do", "reset", "New password")
                + Forms.button("do", "remove", "Remove") + "</form>";
        return Html.row(Html.name(user.name()), role, actions);
    }
}

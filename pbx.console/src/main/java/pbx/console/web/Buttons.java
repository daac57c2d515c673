package pbx.console.web;

import pbx.console.Table;
import pbx.console.security.Role;
import pbx.console.security.Visitor;

/** Who sees buttons in which table: whoever may press them. */
final class Buttons {
    private Buttons() {}

    static boolean shown(Table table, Visitor visitor) {
        return switch (table) {
            case CALLS -> visitor.may(Role.OPERATOR);
            case PLUGINS -> visitor.may(Role.ADMINISTRATOR);
            case HEALTH, ACCOUNTS, PRESENCE, HISTORY, WIRE -> false;
        };
    }
}

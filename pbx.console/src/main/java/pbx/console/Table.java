package pbx.console;

import java.util.Locale;
import pbx.console.security.Role;

/** The tables of the live pages. */
public enum Table {
    HEALTH(Role.VIEWER),
    ACCOUNTS(Role.VIEWER),
    CALLS(Role.VIEWER),
    PRESENCE(Role.VIEWER),
    HISTORY(Role.VIEWER),
    PLUGINS(Role.OPERATOR),
    WIRE(Role.ADMINISTRATOR);

    private final Role reader;

    Table(Role reader) {
        this.reader = reader;
    }

    /** Who may see it. */
    public Role reader() {
        return reader;
    }

    /** Names the table in the page and its events in the stream. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package pbx.console;

import java.util.Locale;

/** The tables of the page. */
public enum Table {
    ACCOUNTS,
    CALLS,
    PRESENCE;

    /** Names the table in the page and its events in the stream. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package pbx.console.web;

import java.util.Set;
import pbx.console.Table;
import pbx.console.security.Visitor;

/**
 * What a stream is for.
 *
 * @param tables what its page shows
 * @param visitor who looks at it
 */
record Wish(Set<Table> tables, Visitor visitor) {
    Wish {
        tables = Set.copyOf(tables);
    }

    boolean controls(Table table) {
        return Buttons.shown(table, visitor);
    }

    /** Whether he is still logged in. */
    boolean here() {
        return visitor.here().getAsBoolean();
    }
}

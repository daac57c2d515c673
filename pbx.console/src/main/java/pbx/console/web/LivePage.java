package pbx.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.felix.webconsole.servlet.ServletConstants;
import pbx.console.Office;
import pbx.console.Table;
import pbx.console.html.Page;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;

/** A page of tables that its script keeps as they are on the server. */
public abstract class LivePage extends ConsolePage {
    private static final long serialVersionUID = 1L;

    private final transient Office office;
    private final transient List<Table> tables;

    protected LivePage(String label, Trail trail, Office office, Table... tables) {
        super(label, trail);
        this.office = office;
        this.tables = List.of(tables);
    }

    /** HTML above the tables; for who may change something, the form of its buttons. */
    String above(HttpServletRequest request, Visitor visitor) {
        return "";
    }

    /** HTML below the tables. */
    String below(HttpServletRequest request, Visitor visitor) {
        return "";
    }

    /** Before it is drawn, what the picture is asked anew: without a script nobody would see it otherwise. */
    private void examine() {
        if (tables.contains(Table.HEALTH)) {
            try {
                get(office.examine());
            } catch (ExecutionException | TimeoutException late) {
                // the last answer is shown
            }
        }
    }

    @Override
    final String body(HttpServletRequest request, Visitor visitor) {
        String appRoot = (String) request.getAttribute(ServletConstants.ATTR_APP_ROOT);
        examine();
        boolean controls = tables.stream().allMatch(table -> Buttons.shown(table, visitor));
        return Page.render(
                appRoot,
                above(request, visitor),
                tables,
                office.snapshot(Set.copyOf(tables)),
                Instant.now(),
                controls,
                below(request, visitor));
    }
}

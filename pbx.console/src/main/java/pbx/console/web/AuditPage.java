package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.console.html.AuditRows;
import pbx.console.html.Html;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;

/** The page "Audit": who did what, newest first. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + AuditPage.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Audit",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + AuditPage.LABEL + "/pbx.css"
        })
public final class AuditPage extends ConsolePage {
    static final String LABEL = "pbxaudit";
    private static final long serialVersionUID = 1L;
    private static final int MOST = 300;

    private final transient Trail trail;

    @Activate
    public AuditPage(@Reference Trail trail) {
        super(LABEL, trail);
        this.trail = trail;
    }

    @Override
    String body(HttpServletRequest request, Visitor visitor) {
        String search = text(request, "search");
        try {
            List<Map<String, String>> entries = new ArrayList<>(trail.last(MOST));
            Collections.reverse(entries);
            return "<div id=\"pbx\"><h2>Audit</h2><form method=\"get\" action=\"" + Html.text(root(request))
                    + "\"><input name=\"search\" aria-label=\"Search\" value=\"" + Html.text(search)
                    + "\"><button>Search</button></form><p>The last " + MOST
                    + " entries, newest first; all are in data/audit.log.</p>"
                    + AuditRows.table(entries.stream()
                            .filter(entry -> entry.toString().contains(search))
                            .toList())
                    + "</div>";
        } catch (IOException problem) {
            return Html.said(false, "data/audit.log cannot be read (" + problem.getMessage() + ")");
        }
    }
}

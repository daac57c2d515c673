package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import pbx.api.view.View;
import pbx.console.Office;
import pbx.console.Table;
import pbx.console.html.Html;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;

/** The page "Call history". */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + HistoryPage.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Call history",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + HistoryPage.LABEL + "/pbx.css"
        })
public final class HistoryPage extends LivePage {
    static final String LABEL = "pbxhistory";
    /** The plugin's panel: what this machine has seen, where no PBX tells its past. */
    private static final String NOTED = "calllog";

    private static final long serialVersionUID = 1L;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, target = "(" + View.NAME + "=" + NOTED + ")")
    private transient volatile View noted;

    @Activate
    public HistoryPage(@Reference Office office, @Reference Trail trail) {
        super(LABEL, trail, office, Table.HISTORY);
    }

    @Override
    String above(HttpServletRequest request, Visitor visitor) {
        String appRoot = (String) request.getAttribute(ServletConstants.ATTR_APP_ROOT);
        return noted == null
                ? ""
                : "<p><a href=\"" + Html.text(appRoot + "/" + ViewPage.LABEL + "?view=" + NOTED)
                        + "\">Calls that the plugin calllog has noted here</a></p>";
    }
}

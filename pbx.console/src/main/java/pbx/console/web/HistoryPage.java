package pbx.console.web;

import jakarta.servlet.Servlet;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.console.Office;
import pbx.console.Table;
import pbx.console.security.Trail;

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
    private static final long serialVersionUID = 1L;

    @Activate
    public HistoryPage(@Reference Office office, @Reference Trail trail) {
        super(LABEL, trail, office, Table.HISTORY);
    }
}

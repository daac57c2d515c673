package pbx.console.start;

import jakarta.servlet.Servlet;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.console.Office;
import pbx.console.Table;
import pbx.console.security.Trail;
import pbx.console.web.LivePage;

/**
 * The page "Telephony", where people are when the console is replaced: whether all is well, the accounts, how they stand, and
 * who is there. Components begin in the order of their classes' names, and end the other way round; by its package this page
 * is the last to go and the first to come again, behind those who check what is done on it.
 */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + OverviewPage.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Telephony",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + OverviewPage.LABEL + "/pbx.css"
        })
public final class OverviewPage extends LivePage {
    static final String LABEL = "pbx";
    private static final long serialVersionUID = 1L;

    @Activate
    public OverviewPage(@Reference Office office, @Reference Trail trail) {
        super(LABEL, trail, office, Table.HEALTH, Table.ACCOUNTS, Table.PRESENCE);
    }
}

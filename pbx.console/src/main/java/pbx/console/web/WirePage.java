package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.console.Office;
import pbx.console.Table;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;

/** The page "Wire": what is said with the PBXs, masked. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + WirePage.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Wire",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + WirePage.LABEL + "/pbx.css"
        })
public final class WirePage extends LivePage {
    static final String LABEL = "pbxwire";
    private static final long serialVersionUID = 1L;

    @Activate
    public WirePage(@Reference Office office, @Reference Trail trail) {
        super(LABEL, trail, office, Table.WIRE);
    }

    @Override
    String above(HttpServletRequest request, Visitor visitor) {
        return "<p>Numbers and names are others than they were; secrets and media descriptions are left out.</p>";
    }
}

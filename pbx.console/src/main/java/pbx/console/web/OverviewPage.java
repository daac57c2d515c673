package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.console.Picture;
import pbx.console.html.Page;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;

/** The page "Telephony" of the Web Console, which draws its frame around it; and the page's two files. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + Telephony.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Telephony",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + Telephony.LABEL + "/pbx.css"
        })
public final class Telephony extends ConsolePage {
    static final String LABEL = "pbx";
    private static final long serialVersionUID = 1L;

    private final transient Picture picture;

    @Activate
    public Telephony(@Reference Picture picture, @Reference Trail trail) {
        super(LABEL, trail);
        this.picture = picture;
    }

    @Override
    String body(HttpServletRequest request, Visitor visitor) {
        return Page.render(root(request), picture.snapshot(), Instant.now());
    }
}

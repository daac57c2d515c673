package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.console.Picture;
import pbx.console.html.ContentPolicy;
import pbx.console.html.Page;

/** The page "Telephony" of the Web Console, which draws its frame around it; and the page's two files. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + Telephony.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Telephony",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + Telephony.LABEL + "/pbx.css"
        })
public final class Telephony extends HttpServlet {
    static final String LABEL = "pbx";
    private static final long serialVersionUID = 1L;

    private final transient Picture picture;
    private final transient ContentPolicy policy = ContentPolicy.ofWebConsole();

    @Activate
    public Telephony(@Reference Picture picture) {
        this.picture = picture;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Asset> asset = Asset.at(request.getPathInfo());
        if (asset.isPresent()) {
            asset.get().send(response);
        } else {
            page(request, response);
        }
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String appRoot = (String) request.getAttribute(ServletConstants.ATTR_APP_ROOT);
        String pluginRoot = (String) request.getAttribute(ServletConstants.ATTR_PLUGIN_ROOT);
        response.setHeader("Content-Security-Policy", policy.header(appRoot, LABEL));
        response.getWriter().println(Page.render(pluginRoot, picture.snapshot(), Instant.now()));
    }
}

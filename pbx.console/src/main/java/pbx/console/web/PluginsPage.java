package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import pbx.api.plugin.Plugin;
import pbx.api.plugin.Plugins;
import pbx.api.plugin.Use;
import pbx.console.Office;
import pbx.console.Table;
import pbx.console.html.Controls;
import pbx.console.html.EngineNote;
import pbx.console.html.Forms;
import pbx.console.html.Html;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;

/** The page "PBX plugins": the deploy folder, what each plugin costs and may use; for the administrator what changes it. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + PluginsPage.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Plugins",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + PluginsPage.LABEL + "/pbx.css"
        })
public final class PluginsPage extends LivePage {
    static final String LABEL = "pbxplugins";
    private static final long serialVersionUID = 1L;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private transient volatile Plugins plugins;

    @Activate
    public PluginsPage(@Reference Office office, @Reference Trail trail) {
        super(LABEL, trail, office, Table.PLUGINS);
    }

    @Override
    String above(HttpServletRequest request, Visitor visitor) {
        return EngineNote.HTML + deploying(request, visitor);
    }

    private static String deploying(HttpServletRequest request, Visitor visitor) {
        return Buttons.shown(Table.PLUGINS, visitor)
                ? Controls.form(root(request), visitor.token(), "")
                        + Upload.form(root(request), visitor.token())
                        + Forms.open(root(request), visitor.token())
                        + Forms.field(
                                "Or one on the platform's machine", "file", "text", "size=\"40\" autocomplete=\"off\"")
                        + Forms.button("deploy", "yes", "Deploy or update") + "</form>"
                : "";
    }

    @Override
    String act(HttpServletRequest request, Visitor visitor)
            throws ExecutionException, TimeoutException, IOException, ServletException {
        Plugins provider = plugins;
        if (provider == null) {
            throw new IllegalStateException("the deployer is not there; try again in a moment");
        }
        if (!text(request, "upload").isEmpty()) {
            try (Upload jar = Upload.of(request)) {
                return said(get(provider.deploy(jar.file())));
            }
        }
        if (!text(request, "deploy").isEmpty()) {
            return said(
                    get(provider.deploy(Path.of(text(request, "file").strip()).toAbsolutePath())));
        }
        if (!text(request, "release").isEmpty()) {
            return said(get(provider.release(text(request, "release"))));
        }
        if (!text(request, "rollback").isEmpty()) {
            return said(get(provider.rollBack(text(request, "rollback"))));
        }
        if (!text(request, "undeploy").isEmpty()) {
            get(provider.undeploy(text(request, "undeploy")));
            return Html.said(true, text(request, "undeploy") + " is undeployed.");
        }
        return said(allow(provider, request));
    }

    /** The button says {@code USE NAME}. */
    private static Plugin allow(Plugins provider, HttpServletRequest request)
            throws ExecutionException, TimeoutException {
        boolean allowed = !text(request, "allow").isEmpty();
        String[] words = text(request, allowed ? "allow" : "deny").split(" ", 2);
        Optional<Use> use = Arrays.stream(Use.values())
                .filter(known -> known.name().equals(words[0]))
                .findFirst();
        if (use.isEmpty() || words.length < 2) {
            throw new IllegalArgumentException("this page does not do that");
        }
        return get(provider.allow(words[1], use.get(), allowed));
    }

    private static String said(Plugin plugin) {
        String words = plugin.name() + " " + plugin.version() + " is "
                + plugin.state().name().toLowerCase(Locale.ROOT)
                + plugin.problem().map(problem -> ": " + problem).orElse("") + ".";
        return Html.said(plugin.state() == Plugin.State.RUNNING, words);
    }
}

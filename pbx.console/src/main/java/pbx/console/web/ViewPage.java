package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pbx.api.view.Panel;
import pbx.api.view.View;
import pbx.console.html.Html;
import pbx.console.html.ViewSection;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;
import pbx.listeners.Views;

/** The page "Plugin panels" of the Web Console. What a view does is waited for on the request's own thread, bounded. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + ViewPage.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Plugin panels",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + ViewPage.LABEL + "/pbx.css"
        })
public final class ViewPage extends ConsolePage {
    static final String LABEL = "pbxviews";
    private static final long serialVersionUID = 1L;

    private final transient Views views = new Views();

    @Activate
    public ViewPage(@Reference Trail trail) {
        super(LABEL, trail);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindView(View view, Map<String, ?> properties) {
        views.add(view, properties);
    }

    void unbindView(View view) {
        views.remove(view);
    }

    @Deactivate
    void stop() {
        views.close();
    }

    @Override
    String act(HttpServletRequest request, Visitor visitor) throws ExecutionException, TimeoutException {
        String action = text(request, "do");
        String row = text(request, "row");
        if (destroys(request, action) && !text(request, "sure").equals("yes")) {
            return section(request).ask(action, row);
        }
        Optional<String> on = row.isEmpty() ? Optional.empty() : Optional.of(row);
        return Html.said(true, get(views.act(text(request, "view"), action, on)));
    }

    @Override
    String back(HttpServletRequest request) {
        return root(request) + "?view=" + encoded(text(request, "view")) + "&search="
                + encoded(text(request, "search"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private boolean destroys(HttpServletRequest request, String action) throws ExecutionException, TimeoutException {
        Panel panel = get(views.show(text(request, "view"), text(request, "search")));
        return panel.actions().stream().anyMatch(known -> known.name().equals(action) && known.destroys());
    }

    @Override
    String body(HttpServletRequest request, Visitor visitor) {
        return "<div id=\"pbx\">" + panel(request) + "</div>";
    }

    private String panel(HttpServletRequest request) {
        ViewSection section = section(request);
        List<Views.Named> all = views.list();
        String html = section.menu(all);
        String name = text(request, "view");
        Optional<Views.Named> chosen =
                all.stream().filter(view -> view.name().equals(name)).findFirst();
        if (chosen.isEmpty()) {
            return html;
        }
        try {
            return html
                    + section.title(chosen.get().title())
                    + section.panel(get(views.show(name, text(request, "search"))));
        } catch (ExecutionException | TimeoutException e) {
            return html + Html.said(false, message(e));
        }
    }

    private static ViewSection section(HttpServletRequest request) {
        return new ViewSection(
                root(request),
                text(request, "view"),
                text(request, "search"),
                Visitor.of(request).token());
    }
}

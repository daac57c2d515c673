package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pbx.api.view.Panel;
import pbx.api.view.View;
import pbx.console.html.ContentPolicy;
import pbx.console.html.ViewSection;
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
public final class ViewPage extends HttpServlet {
    static final String LABEL = "pbxviews";
    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_SECONDS = 10;

    private final transient Views views = new Views();
    private final transient ContentPolicy policy = ContentPolicy.ofWebConsole();

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
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Asset> asset = Asset.at(request.getPathInfo());
        if (asset.isPresent()) {
            asset.get().send(response);
        } else {
            page(request, response, "");
        }
    }

    /** Another site's page cannot get here: the console's security refuses its requests. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String action = text(request, "do");
        String row = text(request, "row");
        ViewSection section = section(request);
        String said;
        try {
            said = destroys(request, action) && !text(request, "sure").equals("yes")
                    ? section.ask(action, row)
                    : section.said(
                            "good",
                            get(views.act(
                                    text(request, "view"),
                                    action,
                                    row.isEmpty() ? Optional.empty() : Optional.of(row))));
        } catch (ExecutionException | TimeoutException e) {
            said = section.said("bad", message(e));
        }
        page(request, response, said);
    }

    private boolean destroys(HttpServletRequest request, String action) throws ExecutionException, TimeoutException {
        Panel panel = get(views.show(text(request, "view"), text(request, "search")));
        return panel.actions().stream().anyMatch(known -> known.name().equals(action) && known.destroys());
    }

    private void page(HttpServletRequest request, HttpServletResponse response, String said) throws IOException {
        String appRoot = (String) request.getAttribute(ServletConstants.ATTR_APP_ROOT);
        response.setHeader("Content-Security-Policy", policy.header(appRoot, LABEL));
        response.getWriter().println("<div id=\"pbx\">" + body(request, said) + "</div>");
    }

    private String body(HttpServletRequest request, String said) {
        ViewSection section = section(request);
        List<Views.Named> all = views.list();
        String html = section.menu(all) + said;
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
            return html + section.said("bad", message(e));
        }
    }

    private static ViewSection section(HttpServletRequest request) {
        String root = (String) request.getAttribute(ServletConstants.ATTR_PLUGIN_ROOT);
        return new ViewSection(root, text(request, "view"), text(request, "search"));
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static String message(Exception e) {
        return String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }

    private static <T> T get(CompletionStage<T> stage) throws ExecutionException, TimeoutException {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }
}

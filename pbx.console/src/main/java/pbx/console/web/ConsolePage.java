package pbx.console.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.felix.webconsole.servlet.ServletConstants;
import pbx.console.html.ContentPolicy;
import pbx.console.html.Html;
import pbx.console.html.Menu;
import pbx.console.security.Access;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;

/**
 * A page of ours inside the frame of the Web Console. Who may see it and who may change something was decided before (see
 * {@code Access}); here is checked that a change comes from a form of this session.
 */
abstract class ConsolePage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PATIENCE_SECONDS = 10;
    private static final int MOST_SAYING = 200;

    private final String label;
    private final transient ContentPolicy policy = new ContentPolicy();

    private final transient Trail trail;
    /** What is to be said on each session's next page. */
    private final transient Map<String, String> saying = new ConcurrentHashMap<>();

    ConsolePage(String label, Trail trail) {
        this.label = label;
        this.trail = trail;
    }

    /** What stands in the frame. */
    abstract String body(HttpServletRequest request, Visitor visitor);

    /**
     * Does what a form asks for, and says in HTML what was done. An exception's message is shown to people.
     *
     * @throws Exception if it was not done
     */
    String act(HttpServletRequest request, Visitor visitor) throws Exception {
        throw new UnsupportedOperationException("this page changes nothing");
    }

    /** Sends a file in place of the page, where one is asked for. */
    boolean sends(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return false;
    }

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Asset> asset = Asset.at(request.getPathInfo());
        if (asset.isPresent()) {
            asset.get().send(response);
        } else if (!sends(request, response)) {
            String said = saying.remove(Visitor.of(request).token());
            page(request, response, said == null ? "" : said);
        }
    }

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor visitor = Visitor.of(request);
        if (!visitor.token().equals(text(request, "token"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "this form is of another session; load the page anew");
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        String said;
        String problem = "";
        try {
            said = act(request, visitor);
        } catch (Exception failed) {
            problem = message(failed);
            said = Html.said(false, problem);
        }
        trail.did(visitor, request, label, problem);
        answer(request, response, visitor, said);
    }

    /** The console draws its frame for GET alone; and a page that is loaded anew must not do anything anew. */
    private void answer(HttpServletRequest request, HttpServletResponse response, Visitor visitor, String said)
            throws IOException {
        if (visitor.token().isEmpty()) {
            response.setContentType("text/html;charset=UTF-8");
            page(request, response, said);
            return;
        }
        if (saying.size() > MOST_SAYING) {
            saying.clear();
        }
        saying.put(visitor.token(), said);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", back(request));
    }

    /** Where somebody is after a form was sent. */
    String back(HttpServletRequest request) {
        return root(request);
    }

    private void page(HttpServletRequest request, HttpServletResponse response, String said) throws IOException {
        String appRoot = (String) request.getAttribute(ServletConstants.ATTR_APP_ROOT);
        response.setHeader("Content-Security-Policy", policy.header(appRoot, label));
        Visitor visitor = Visitor.of(request);
        String who = visitor.name() + ", " + visitor.role().word();
        response.getWriter()
                .println(Menu.render(appRoot, label, who, page -> Access.reads(visitor, page))
                        + (said.isEmpty() ? "" : "<div id=\"pbx-said\">" + said + "</div>")
                        + body(request, visitor));
    }

    /** Where this page is. */
    static String root(HttpServletRequest request) {
        return (String) request.getAttribute(ServletConstants.ATTR_PLUGIN_ROOT);
    }

    static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    static String message(Throwable problem) {
        Throwable cause =
                problem instanceof ExecutionException && problem.getCause() != null ? problem.getCause() : problem;
        return String.valueOf(cause.getMessage());
    }

    /** Waited for on the request's own thread, bounded. */
    static <T> T get(CompletionStage<T> stage) throws ExecutionException, TimeoutException {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        } catch (TimeoutException late) {
            throw new TimeoutException("nothing was answered in " + PATIENCE_SECONDS + " s");
        }
    }
}

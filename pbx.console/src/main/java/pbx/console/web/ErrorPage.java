package pbx.console.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import pbx.console.html.Html;

/**
 * What the console says when a page of anybody's refuses or fails: the reason alone. The web server's own page would name
 * versions and show stack traces; and Felix's form shows, as HTML, what comes here when a setting is refused.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=org.apache.felix.webconsole)",
            "osgi.http.whiteboard.servlet.errorPage=4xx",
            "osgi.http.whiteboard.servlet.errorPage=5xx",
            "osgi.http.whiteboard.servlet.name=pbx.console.errors"
        })
public final class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object words = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        boolean thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
        String said = thrown
                ? "It failed; the log says why."
                : words == null || words.toString().isEmpty() ? "There is no such page." : words.toString();
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().println("<p>" + Html.text(said) + "</p>");
    }
}

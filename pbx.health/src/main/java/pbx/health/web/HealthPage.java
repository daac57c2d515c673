package pbx.health.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import pbx.api.access.Tokens;
import pbx.health.check.Checks;
import pbx.health.check.Report;
import pbx.health.check.Tags;

/**
 * {@code /health}: is anything wrong with the platform? {@code /ready}: can calls be made now? 200 for OK and WARN, else 503.
 * Text for whoever asks for text, JSON for all others.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=" + HealthPage.HEALTH,
            "osgi.http.whiteboard.servlet.pattern=" + HealthPage.READY,
            "osgi.http.whiteboard.servlet.name=pbx.health"
        })
public final class HealthPage extends GuardedPage {
    static final String HEALTH = "/health";
    static final String READY = "/ready";
    private static final long serialVersionUID = 1L;

    private final transient Checks checks;

    @Activate
    public HealthPage(@Reference Checks checks) {
        this.checks = checks;
    }

    @Override
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Report report = checks.run(READY.equals(request.getServletPath()) ? Tags.READY : Tags.HEALTH);
        String accept = request.getHeader("Accept");
        boolean text = accept != null && accept.startsWith("text/plain");
        int status = report.well() ? 200 : 503;
        if (text) {
            Answer.send(request, response, status, "text/plain; charset=utf-8", report.text());
        } else {
            Answer.send(request, response, status, "application/json", report.json());
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindTokens(Tokens service) {
        use(service);
    }

    void unbindTokens(Tokens service) {
        forget(service);
    }
}

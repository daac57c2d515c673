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
import pbx.health.metrics.Metrics;

/** {@code /metrics}, for Prometheus. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/metrics", "osgi.http.whiteboard.servlet.name=pbx.metrics"})
public final class MetricsPage extends GuardedPage {
    private static final long serialVersionUID = 1L;

    private final transient Metrics metrics;

    @Activate
    public MetricsPage(@Reference Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer.send(request, response, 200, Metrics.CONTENT_TYPE, metrics.scrape());
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindTokens(Tokens service) {
        use(service);
    }

    void unbindTokens(Tokens service) {
        forget(service);
    }
}

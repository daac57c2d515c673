package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.status.Shutdown;
import pbx.api.status.Support;
import pbx.console.Office;
import pbx.console.Table;
import pbx.console.html.Forms;
import pbx.console.html.Html;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;

/** The page "Platform": how well it is, the bundle for whoever helps, and its end, which is asked about first. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + PlatformPage.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Platform",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + PlatformPage.LABEL + "/pbx.css"
        })
public final class PlatformPage extends LivePage {
    static final String LABEL = "pbxplatform";
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PlatformPage.class);
    private static final String SUPPORT = "/support.zip";
    private static final int SUPPORT_SECONDS = 60;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'pbx-support-'yyyyMMdd-HHmmss'.zip'").withZone(ZoneId.systemDefault());

    private final transient Office office;
    private final transient Trail trail;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private transient volatile Support support;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private transient volatile Shutdown shutdown;

    @Activate
    public PlatformPage(@Reference Office office, @Reference Trail trail) {
        super(LABEL, trail, office, Table.HEALTH);
        this.office = office;
        this.trail = trail;
    }

    @Override
    String below(HttpServletRequest request, Visitor visitor) {
        return "<h2>Help from others</h2><p><a class=\"button\" href=\"" + Html.text(root(request) + SUPPORT)
                + "\" download>Support bundle</a></p><p>A zip of versions, configuration, log, threads, health, metrics and"
                + " the newest masked recordings, without secrets. The log may hold names and numbers.</p>"
                + "<h2>Stop</h2>" + Forms.open(root(request), visitor.token())
                + Forms.button("do", "stop", "Stop the platform …") + "</form>";
    }

    @Override
    boolean sends(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!String.valueOf(request.getPathInfo()).endsWith(SUPPORT)) {
            return false;
        }
        Path folder = Files.createTempDirectory("pbx-support");
        Path file = folder.resolve(NAME.format(Instant.now()));
        try {
            write(file);
            trail.did(Visitor.of(request), request, LABEL + SUPPORT, "");
            response.setContentType("application/zip");
            response.setContentLengthLong(Files.size(file));
            response.setHeader("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
            Files.copy(file, response.getOutputStream());
        } catch (ExecutionException | TimeoutException | IllegalStateException problem) {
            trail.did(Visitor.of(request), request, LABEL + SUPPORT, message(problem));
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, message(problem));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
        return true;
    }

    private void write(Path file) throws ExecutionException, TimeoutException {
        Support provider = support;
        if (provider == null) {
            throw new IllegalStateException("the bundle pbx.health is not there; try again in a moment");
        }
        try {
            provider.write(file).toCompletableFuture().get(SUPPORT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }

    @Override
    String act(HttpServletRequest request, Visitor visitor) {
        if (!text(request, "do").equals("stop")) {
            throw new IllegalArgumentException("this page does not do that");
        }
        if (!text(request, "sure").equals("yes")) {
            int calls = office.calls();
            return "<div class=\"ask\"><p>"
                    + (calls == 0
                            ? "No call is up."
                            : calls == 1 ? "1 call is up and will end." : calls + " calls are up and will end.")
                    + " Nobody can start the platform from here again, but at its machine: <code>./pbx run</code>.</p>"
                    + Forms.open(root(request), visitor.token()) + Forms.hidden("sure", "yes")
                    + Forms.button("do", "stop", "Stop it now") + "</form></div>";
        }
        Shutdown provider = shutdown;
        if (provider == null) {
            throw new IllegalStateException("the bundle pbx.shell is not there, which ends the platform");
        }
        LOG.warn("the platform is stopped by {} in the web console", visitor.name());
        // after this answer and its audit entry
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(provider::begin);
        return Html.said(true, "The platform stops.");
    }
}

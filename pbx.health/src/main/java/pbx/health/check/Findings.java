package pbx.health.check;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.status.Finding;
import pbx.api.status.Finding.Severity;
import pbx.api.status.Health;
import pbx.listeners.Writer;
import pbx.listeners.WriterThread;

/** The checks behind {@code /health}, for faces; asked on a thread of its own. */
@Component
public final class Findings implements Health {
    private final Checks checks;
    private final Writer thread = new WriterThread("pbx-findings");
    /** What stops each stage that is open. */
    private final Set<Runnable> open = ConcurrentHashMap.newKeySet();

    @Activate
    public Findings(@Reference Checks checks) {
        this.checks = checks;
    }

    @Override
    public CompletionStage<List<Finding>> ask() {
        CompletableFuture<List<Finding>> answer = new CompletableFuture<>();
        Runnable stop = () -> answer.completeExceptionally(
                new PbxException(Reason.STOPPED, "the health checks are being replaced: try again in a moment"));
        open.add(stop);
        thread.post(() -> {
            try {
                answer.complete(checks.findings(Tags.HEALTH));
            } catch (RuntimeException e) {
                answer.complete(List.of(new Finding("health", Severity.CRITICAL, "the checks failed: " + e)));
            } finally {
                open.remove(stop);
            }
        });
        return answer;
    }

    @Deactivate
    void close() {
        thread.close();
        open.forEach(Runnable::run);
    }
}

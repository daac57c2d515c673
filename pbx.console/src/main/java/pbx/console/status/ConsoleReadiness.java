package pbx.console.status;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import pbx.api.status.Readiness;
import pbx.console.Later;

/** Says where the console answers, or why it does not. */
@Component(immediate = true, property = Readiness.PART + "=console")
public final class ConsoleReadiness implements Readiness {
    private final Map<HttpServiceRuntime, Map<String, Object>> servers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread;
    private final WebServer configured = WebServer.configured();
    private Wait wait;

    @Activate
    public ConsoleReadiness() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread created = new Thread(task, "pbx.console-ready");
            created.setDaemon(true);
            return created;
        });
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, updated = "bindServer")
    void bindServer(HttpServiceRuntime server, Map<String, Object> properties) {
        servers.put(server, properties);
    }

    void unbindServer(HttpServiceRuntime server) {
        servers.remove(server);
    }

    @Override
    public synchronized CompletionStage<String> ready() {
        if (wait == null || wait.over()) {
            Later later = Later.on(thread);
            wait = new Wait(later, this::address, () -> !servers.isEmpty(), configured::listens, configured.port());
            later.run(wait::look, 0);
        }
        return wait.words();
    }

    @Deactivate
    synchronized void deactivate() throws InterruptedException {
        thread.shutdownNow();
        if (wait != null) {
            wait.stop();
        }
        thread.awaitTermination(2, TimeUnit.SECONDS);
    }

    private Optional<String> address() {
        return servers.entrySet().stream()
                .flatMap(server -> Address.of(server.getKey(), server.getValue()).stream())
                .findFirst();
    }
}

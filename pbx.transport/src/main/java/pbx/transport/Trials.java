package pbx.transport;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.connection.ConnectionTest;
import pbx.api.socket.WebSockets;

/** Tests of connections, a few at a time. */
@Component
public final class Trials implements ConnectionTest {
    private static final int MOST = 4;

    private final WebSockets sockets;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread made = new Thread(work, "pbx-transport-test");
                made.setDaemon(true);
                return made;
            });

    @Activate
    public Trials(@Reference WebSockets sockets) {
        this.sockets = sockets;
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    @Override
    public CompletionStage<List<Step>> run(Map<String, Object> settings) {
        Account account = Account.of(SettingsView.of(settings), Map.of());
        try {
            return CompletableFuture.supplyAsync(() -> new Trial(sockets, account).run(), threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(
                    new PbxException(Reason.REFUSED, "other connections are being tested; try again in a moment", e));
        }
    }
}

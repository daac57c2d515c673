package pbx.websocket.jetty;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.client.WebSocketClient;

/** One Jetty client for each way of verifying servers; Jetty ties the two together. */
final class Clients implements AutoCloseable {
    /** Beyond this a PBX that reads nothing gets no more; its silence ends the socket anyway. */
    private static final int MOST_OUTGOING = 1_000;

    private final IdentityHashMap<SSLContext, WebSocketClient> byTrust = new IdentityHashMap<>();
    private WebSocketClient plain;

    synchronized WebSocketClient of(Optional<SSLContext> trust) {
        if (trust.isPresent()) {
            return byTrust.computeIfAbsent(trust.get(), context -> started(Optional.of(context)));
        }
        if (plain == null) {
            plain = started(Optional.empty());
        }
        return plain;
    }

    private static WebSocketClient started(Optional<SSLContext> trust) {
        SslContextFactory.Client tls = new SslContextFactory.Client();
        trust.ifPresent(tls::setSslContext);
        QueuedThreadPool threads = new QueuedThreadPool(8, 1);
        threads.setName("pbx-websocket");
        threads.setDaemon(true);
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setSslContextFactory(tls);
        connector.setExecutor(threads);
        connector.setConnectTimeout(Duration.ofSeconds(10));
        WebSocketClient client = new WebSocketClient(new HttpClient(new HttpClientTransportOverHTTP(connector)));
        client.setMaxOutgoingFrames(MOST_OUTGOING);
        client.setIdleTimeout(Duration.ofMinutes(5));
        try {
            client.start();
        } catch (Exception e) { // LifeCycle.start declares it; there is nothing to recover
            throw new IllegalStateException("Jetty's WebSocket client did not start", e);
        }
        return client;
    }

    @Override
    public synchronized void close() {
        byTrust.values().forEach(client -> LifeCycle.stop(client));
        if (plain != null) {
            LifeCycle.stop(plain);
        }
    }
}

package pbx.websocket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.client.WebSocketClient;

/**
 * One Jetty client for each way of verifying servers; Jetty ties the two together. Each test of a connection, and each change of
 * a trusted file, brings a new way: a client that has no socket and was not asked for lately is stopped.
 */
final class Clients implements AutoCloseable {
    /** Beyond this a PBX that reads nothing gets no more; its silence ends the socket anyway. */
    private static final int MOST_OUTGOING = 1_000;

    /** More than a handshake may take: a socket that was asked for is there by then, or will not be. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final IdentityHashMap<SSLContext, Asked> byTrust = new IdentityHashMap<>();
    /** There is only one of it. */
    private WebSocketClient plain;

    private boolean closed;

    /** @param at when it was last asked for, as {@link System#nanoTime} */
    private record Asked(WebSocketClient client, long at) {
        boolean idle(long now) {
            return now - at > KEPT.toNanos() && client.getOpenSessions().isEmpty();
        }
    }

    /** Throws IllegalStateException once closed. */
    synchronized WebSocketClient of(Optional<SSLContext> trust) {
        if (closed) {
            throw new IllegalStateException("the sockets are closed");
        }
        if (trust.isPresent()) {
            Asked known = byTrust.get(trust.get());
            WebSocketClient client = known == null ? started(trust) : known.client();
            byTrust.put(trust.get(), new Asked(client, System.nanoTime()));
            return client;
        }
        if (plain == null) {
            plain = started(Optional.empty());
        }
        return plain;
    }

    /**
     * Stops those that nobody needs any more.
     *
     * @param now as {@link System#nanoTime}
     */
    synchronized void sweep(long now) {
        List<WebSocketClient> idle = new ArrayList<>();
        byTrust.values().removeIf(asked -> asked.idle(now) && idle.add(asked.client()));
        stop(idle);
    }

    /** On a thread of its own: Jetty takes 10 to 25 ms for one, and the accounts wait for the sockets' successor. */
    private static void stop(List<WebSocketClient> clients) {
        if (!clients.isEmpty()) {
            Thread sweeper = new Thread(() -> clients.forEach(client -> LifeCycle.stop(client)), "pbx-websocket-sweep");
            sweeper.setDaemon(true);
            sweeper.start();
        }
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

    /** None is given any more; those that are there are stopped behind. */
    @Override
    public synchronized void close() {
        closed = true;
        List<WebSocketClient> all = new ArrayList<>();
        byTrust.values().forEach(asked -> all.add(asked.client()));
        if (plain != null) {
            all.add(plain);
        }
        stop(all);
    }
}

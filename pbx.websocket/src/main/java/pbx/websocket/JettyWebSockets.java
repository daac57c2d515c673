package pbx.websocket;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.websocket.api.exceptions.UpgradeException;
import org.eclipse.jetty.websocket.client.ClientUpgradeRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.socket.OpenException;
import pbx.api.socket.WebSockets;

/** The sockets on Jetty's WebSocket client. */
@Component(immediate = true)
public final class JettyWebSockets implements WebSockets {
    private static final Logger log = LoggerFactory.getLogger(JettyWebSockets.class);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(1);
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);

    private final Map<String, Socket> sockets = new ConcurrentHashMap<>();
    /** Closed here; the far end may not have done so yet. */
    private final Set<Socket> leaving = ConcurrentHashMap.newKeySet();

    final Clients clients = new Clients();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "pbx-websocket-clock");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public JettyWebSockets() {
        long every = CHECK_EVERY.toSeconds();
        var unused = clock.scheduleWithFixedDelay(() -> check(System.nanoTime()), every, every, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
        sockets.values().forEach(Socket::close);
        clients.close();
    }

    @Override
    public CompletionStage<Void> open(String name, URI uri, Map<String, String> headers, Optional<SSLContext> trust) {
        Socket socket = new Socket();
        Socket former = sockets.put(name, socket);
        if (former != null) {
            leave(former);
        }
        CompletableFuture<Void> opened = new CompletableFuture<>();
        try {
            ClientUpgradeRequest request = new ClientUpgradeRequest(uri);
            headers.forEach(request::setHeader);
            request.setTimeout(HANDSHAKE.toSeconds(), TimeUnit.SECONDS);
            clients.of(trust).connect(socket, request).whenComplete((session, failure) -> {
                if (failure == null) {
                    opened.complete(null);
                } else {
                    sockets.remove(name, socket);
                    opened.completeExceptionally(explained(failure));
                }
            });
        } catch (Exception e) { // Jetty's connect declares IOException and throws others
            sockets.remove(name, socket);
            opened.completeExceptionally(explained(e));
        }
        return opened;
    }

    private static OpenException explained(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof UpgradeException)) {
            cause = cause.getCause();
        }
        int status = cause instanceof UpgradeException refused ? refused.getResponseStatusCode() : 0;
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new OpenException(Math.max(status, 0), text, failure);
    }

    @Override
    public boolean isOpen(String name) {
        Socket socket = sockets.get(name);
        return socket != null && socket.isOpen();
    }

    @Override
    public Optional<Duration> roundTrip(String name) {
        Socket socket = sockets.get(name);
        return socket == null ? Optional.empty() : socket.roundTrip();
    }

    @Override
    public CompletionStage<Void> send(String name, String text) {
        Socket socket = sockets.get(name);
        return socket == null
                ? CompletableFuture.failedFuture(new IllegalStateException("no socket " + name))
                : socket.send(text);
    }

    @Override
    public void close(String name) {
        Socket socket = sockets.remove(name);
        if (socket != null) {
            leave(socket);
        }
    }

    private void leave(Socket socket) {
        socket.close();
        leaving.add(socket);
    }

    @Override
    public AutoCloseable attach(String name, Receiver receiver) {
        Socket socket = sockets.get(name);
        if (socket == null) {
            receiver.closed(ABNORMAL, "there is no socket " + name);
            return () -> {};
        }
        socket.frames.attach(receiver);
        return () -> socket.frames.detach(receiver);
    }

    @Override
    public Map<String, String> notes(String name) {
        Socket socket = sockets.get(name);
        return socket == null ? Map.of() : Map.copyOf(socket.notes);
    }

    @Override
    public void note(String name, String key, String value) {
        Socket socket = sockets.get(name);
        if (socket != null) {
            socket.notes.put(key, value);
        }
    }

    @Override
    public void probe(String name, Duration patience) {
        Socket socket = sockets.get(name);
        if (socket != null) {
            long asked = socket.probe();
            var unused = clock.schedule(
                    () -> socket.unanswered(asked, patience), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** @param now as {@link System#nanoTime} */
    void check(long now) {
        for (Socket socket : sockets.values()) {
            try {
                socket.check(now);
            } catch (RuntimeException e) { // one socket's trouble is not the others'
                log.warn("a socket could not be checked", e);
            }
        }
        leaving.removeIf(socket -> socket.cutOff(now));
        clients.sweep(now);
    }
}

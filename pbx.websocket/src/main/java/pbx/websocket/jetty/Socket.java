package pbx.websocket.jetty;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import pbx.websocket.WebSockets;

/** One socket. Public because Jetty looks its methods up by reflection and refuses others. */
public final class Socket implements Session.Listener.AutoDemanding {
    static final Duration DEAD_AFTER = Duration.ofSeconds(15);
    static final Duration ABANDONED_AFTER = Duration.ofSeconds(60);

    final Frames frames = new Frames();
    final Map<String, String> notes = new ConcurrentHashMap<>();
    private volatile Session session;
    private volatile long heard = System.nanoTime();
    private volatile long attended = System.nanoTime();

    @Override
    public void onWebSocketOpen(Session opened) {
        heard = System.nanoTime();
        session = opened;
    }

    @Override
    public void onWebSocketText(String frame) {
        heard = System.nanoTime();
        if (!frames.text(frame)) {
            abort("more came than can be kept while the transport is away");
        }
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        heard = System.nanoTime();
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        heard = System.nanoTime();
        session.sendPong(payload, Callback.NOOP);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        session = null;
        frames.closed(code, reason == null ? "" : reason);
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        session = null;
        frames.closed(WebSockets.ABNORMAL, String.valueOf(cause.getMessage()));
    }

    boolean isOpen() {
        Session open = session;
        return open != null && open.isOpen();
    }

    CompletionStage<Void> send(String text) {
        Session open = session;
        if (open == null || !open.isOpen()) {
            return CompletableFuture.failedFuture(new IllegalStateException("the socket is not open"));
        }
        CompletableFuture<Void> sent = new CompletableFuture<>();
        open.sendText(text, Callback.from(() -> sent.complete(null), sent::completeExceptionally));
        return sent;
    }

    /** Called every few seconds: asks for a sign of life, and gives up on a dead or abandoned socket. */
    void check() {
        long now = System.nanoTime();
        if (frames.attached()) {
            attended = now;
        }
        if (!isOpen()) {
            return;
        }
        if (now - heard > DEAD_AFTER.toNanos()) {
            abort("nothing came for " + DEAD_AFTER.toSeconds() + " s");
        } else if (now - attended > ABANDONED_AFTER.toNanos()) {
            close();
        } else {
            session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    void close() {
        frames.silence();
        Session open = session;
        session = null;
        if (open != null) {
            open.close(1000, "", Callback.NOOP);
        }
    }

    private void abort(String why) {
        Session open = session;
        session = null;
        if (open != null) {
            open.disconnect();
        }
        frames.closed(WebSockets.ABNORMAL, why);
    }
}

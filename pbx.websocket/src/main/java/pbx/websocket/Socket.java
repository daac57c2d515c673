package pbx.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Frame;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.socket.WebSockets;

/** One socket. Public because Jetty looks its methods up by reflection and refuses others. */
public final class Socket implements Session.Listener.AutoDemanding {
    private static final Logger log = LoggerFactory.getLogger(Socket.class);
    static final Duration PING_EVERY = Duration.ofSeconds(4);
    static final Duration DEAD_AFTER = Duration.ofSeconds(13);
    static final Duration ABANDONED_AFTER = Duration.ofSeconds(60);
    /** A far end that has not answered a close by then is cut off; also longer than a handshake may take. */
    static final Duration CLOSES_WITHIN = Duration.ofSeconds(10);

    final Frames frames = new Frames();
    final Map<String, String> notes = new ConcurrentHashMap<>();
    private final Parts parts = new Parts();
    private volatile Session session;
    /** Was told to close, and may talk on as if it had not heard. */
    private volatile Session closing;

    private volatile long closed;
    private volatile boolean unwanted;
    private volatile long heard = System.nanoTime();
    private volatile long attended = System.nanoTime();
    private volatile long pinged = System.nanoTime();
    private volatile Optional<Duration> roundTrip = Optional.empty();
    private boolean complained;

    @Override
    public void onWebSocketOpen(Session opened) {
        heard = System.nanoTime();
        session = opened;
        if (unwanted) { // closed while the handshake was under way
            close();
        }
    }

    /** Everything that comes, as it comes: Jetty's own texts are put together character by character, each in 4 KB. */
    @Override
    public void onWebSocketFrame(Frame frame, Callback callback) {
        heard = System.nanoTime();
        Frame.Type type = Frame.Type.from(frame.getEffectiveOpCode());
        if (type == Frame.Type.TEXT) {
            text(frame.getPayload(), frame.isFin());
        } else if (type == Frame.Type.BINARY) { // documented: there are none (protocol notes 2)
            complain("a binary message");
        } else if (type == Frame.Type.PONG) {
            roundTrip = Optional.of(Duration.ofNanos(heard - pinged));
        } else if (type == Frame.Type.PING) {
            pong(frame.getPayload());
        }
        callback.succeed();
    }

    private void text(ByteBuffer part, boolean last) {
        try {
            Optional<String> frame = parts.add(part, last);
            if (frame.isPresent()) {
                if (!frames.text(frame.get())) {
                    abort("more came than can be kept while the transport is away");
                }
            } else if (last) {
                complain("a text longer than " + WebSockets.MOST_CHARACTERS + " characters");
            }
        } catch (CharacterCodingException e) {
            frames.closed(StatusCode.BAD_PAYLOAD, "the PBX sent a text that is no UTF-8"); // RFC 6455, 8.1
            part(StatusCode.BAD_PAYLOAD, "no UTF-8");
        }
    }

    private void pong(ByteBuffer payload) {
        Session open = session;
        if (open != null) {
            ByteBuffer copy =
                    ByteBuffer.allocate(payload.remaining()).put(payload).flip(); // the frame's is given back
            open.sendPong(copy, Callback.NOOP);
        }
    }

    private void complain(String what) {
        if (!complained) {
            complained = true;
            log.warn("a PBX sent {}; such messages are dropped, and this is said once for the socket", what);
        }
    }

    Optional<Duration> roundTrip() {
        return isOpen() ? roundTrip : Optional.empty();
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        session = null;
        closing = null;
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

    /**
     * Called every second by one thread: asks for a sign of life, and gives up on a dead or abandoned socket.
     *
     * @param now as {@link System#nanoTime}
     */
    void check(long now) {
        cutOff(now);
        if (frames.attached()) {
            attended = now;
        }
        if (!isOpen()) {
            return;
        }
        if (now - attended > ABANDONED_AFTER.toNanos()) {
            frames.abandoned(WebSockets.ABNORMAL, "nobody attended to it for " + ABANDONED_AFTER.toSeconds() + " s");
            part(StatusCode.NORMAL, "");
        } else if (now - heard > DEAD_AFTER.toNanos()) {
            abort("nothing came for " + DEAD_AFTER.toSeconds() + " s");
        } else if (now - pinged >= PING_EVERY.toNanos()) {
            ping();
        }
    }

    /** Returns when it asked. */
    long probe() {
        ping();
        return pinged;
    }

    void unanswered(long asked, Duration patience) {
        if (isOpen() && heard - asked < 0) {
            abort("no sign of life within " + patience.toMillis() + " ms");
        }
    }

    private void ping() {
        Session open = session;
        pinged = System.nanoTime();
        if (open != null) {
            open.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        }
    }

    void close() {
        unwanted = true;
        closed = System.nanoTime();
        frames.silence();
        part(StatusCode.NORMAL, "");
    }

    private void part(int code, String why) {
        Session open = session;
        session = null;
        if (open != null) {
            closed = System.nanoTime();
            closing = open;
            open.close(code, why, Callback.NOOP);
        }
    }

    /** Returns whether it has had its time to close, and is closed now. */
    boolean cutOff(long now) {
        Session talking = closing; // set after the time is
        boolean due = now - closed > CLOSES_WITHIN.toNanos();
        if (due && talking != null) {
            closing = null;
            talking.disconnect();
        }
        return due;
    }

    private void abort(String why) {
        Session open = session;
        session = null;
        frames.closed(WebSockets.ABNORMAL, why);
        if (open != null) {
            open.disconnect();
        }
    }
}

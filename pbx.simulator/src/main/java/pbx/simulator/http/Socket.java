package pbx.simulator.http;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.exchange.Outlet;
import pbx.simulator.faults.Fault.Direction;
import pbx.simulator.faults.Pipe;

/**
 * One connection. The next frame is asked for when the last one was dealt with, so that a client cannot fill the PBX's queue.
 * Public because Jetty calls it by reflection.
 */
public final class Socket implements Session.Listener, Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

    private final Exchange exchange;
    private final String extension;
    private final OpenSockets open;
    private final Pipe out;
    private final Pipe in;
    private volatile Session session;
    private volatile Exchange.Line line;
    private volatile boolean stalled;

    Socket(Exchange exchange, String extension, OpenSockets open) {
        this.exchange = exchange;
        this.extension = extension;
        this.open = open;
        this.out = open.faults().pipe(extension, Direction.OUT, this::write);
        this.in = open.faults().pipe(extension, Direction.IN, frame -> line.received(frame, () -> {}));
    }

    String extension() {
        return extension;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        line = exchange.open(extension, this);
        open.add(this);
        opened.demand();
    }

    @Override
    public void onWebSocketText(String text) {
        if (stalled) {
            return;
        }
        if (in.clear()) {
            line.received(text, this::next);
        } else {
            in.pass(text);
            next();
        }
    }

    private void next() {
        if (stalled) {
            return;
        }
        try {
            session.demand();
        } catch (RuntimeException closing) {
            LOG.debug("the socket of extension {} is closing", extension, closing);
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        session.close(StatusCode.BAD_DATA, "text frames only", Callback.NOOP);
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("the socket of extension {} fails", extension, cause);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        open.remove(this);
        Exchange.Line closing = line;
        if (closing != null) {
            closing.closed();
        }
        callback.succeed();
    }

    @Override
    public void send(String frame) {
        out.pass(frame);
    }

    private void write(String frame) {
        if (!stalled) {
            Session to = session;
            to.sendText(frame, Callback.from(() -> {}, failure -> to.disconnect()));
        }
    }

    void close(int code) {
        session.close(code, "", Callback.NOOP);
    }

    void cut() {
        session.disconnect();
    }

    /** Nothing is read any more, not even a ping, and nothing sent. The connection stays until somebody gives it up. */
    void stall() {
        stalled = true;
    }

    @Override
    public String contact() {
        String scheme = session.isSecure() ? "wss" : "ws";
        return session.getRemoteSocketAddress() instanceof InetSocketAddress address
                ? scheme + ":" + address.getAddress().getHostAddress() + ":" + address.getPort()
                : scheme;
    }
}

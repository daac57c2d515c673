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

/**
 * One connection. The next frame is asked for when the last one was dealt with, so that a client cannot fill the PBX's queue.
 * Public because Jetty calls it by reflection.
 */
public final class Socket implements Session.Listener, Outlet {
    private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

    private final Exchange exchange;
    private final String extension;
    private volatile Session session;
    private volatile Exchange.Line line;

    Socket(Exchange exchange, String extension) {
        this.exchange = exchange;
        this.extension = extension;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        line = exchange.open(extension, this);
        opened.demand();
    }

    @Override
    public void onWebSocketText(String text) {
        line.received(text, this::next);
    }

    private void next() {
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
        Exchange.Line open = line;
        if (open != null) {
            open.closed();
        }
        callback.succeed();
    }

    @Override
    public void send(String frame) {
        Session open = session;
        open.sendText(frame, Callback.from(() -> {}, failure -> open.disconnect()));
    }

    @Override
    public String contact() {
        String scheme = session.isSecure() ? "wss" : "ws";
        return session.getRemoteSocketAddress() instanceof InetSocketAddress address
                ? scheme + ":" + address.getAddress().getHostAddress() + ":" + address.getPort()
                : scheme;
    }
}

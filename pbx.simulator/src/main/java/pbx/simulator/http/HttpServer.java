package pbx.simulator.http;

import java.io.IOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.wire.Json;

/** Jetty with the PBX's doors on it. */
public final class HttpServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final String host;
    private final Supplier<String> version;
    private final Server server;

    /** @param idle a socket on which nothing happened for so long is closed */
    public HttpServer(String host, Duration idle, Building inside) throws Exception {
        this.host = host;
        this.version = inside.version();
        QueuedThreadPool threads = new QueuedThreadPool(24, 4);
        threads.setName("pbx-simulator-http");
        threads.setDaemon(true);
        server = new Server(threads);
        server.setErrorHandler(new Mishaps(version));
        ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(server);
        sockets.setIdleTimeout(idle);
        sockets.setMaxTextMessageSize(Json.MOST_BYTES);
        sockets.setMaxFrameSize(Json.MOST_BYTES);
        sockets.setMaxOutgoingFrames(1_000);
        server.setHandler(new Router(
                new SessionResource(inside.sessions()),
                new Tenants(inside.tenants(), inside.sessions()),
                new Door(inside.sessions(), inside.sockets()),
                new ControlResource(inside.remote()),
                sockets));
        server.start();
    }

    /**
     * Opens the plain door.
     *
     * @param port 0 for any that is free, negative for none
     * @return the port, or nothing if there is none or it cannot be had, which is logged
     */
    public OptionalInt openHttp(int port) throws Exception {
        return open(new ServerConnector(server, 1, 1, http(false)), port, "httpPort");
    }

    /** A door with TLS whose port is there: who comes waits until it is opened. */
    public interface Reserved {
        int port();

        /** Gives the port back. */
        void give();

        void open(Path keystore, String password) throws Exception;
    }

    /** The port of the door with TLS, likewise; it answers once it is opened. */
    public Optional<Reserved> reserveHttps(int port) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        SslConnectionFactory encrypted = new SslConnectionFactory(tls, "http/1.1");
        ServerConnector connector = new ServerConnector(server, 1, 1, encrypted, http(true));
        if (!bound(connector, port, "httpsPort")) {
            return Optional.empty();
        }
        return Optional.of(new Reserved() {
            @Override
            public int port() {
                return connector.getLocalPort();
            }

            @Override
            public void open(Path keystore, String password) throws Exception {
                tls.setKeyStorePath(keystore.toString());
                tls.setKeyStorePassword(password);
                connector.start();
            }

            @Override
            public void give() {
                server.removeConnector(connector);
                connector.close();
            }
        });
    }

    private OptionalInt open(ServerConnector connector, int port, String setting) throws Exception {
        if (!bound(connector, port, setting)) {
            return OptionalInt.empty();
        }
        connector.start();
        return OptionalInt.of(connector.getLocalPort());
    }

    private boolean bound(ServerConnector connector, int port, String setting) {
        if (port < 0) {
            return false;
        }
        connector.setHost(host);
        connector.setPort(port);
        try {
            connector.open();
        } catch (IOException | UnresolvedAddressException refused) {
            LOG.error("{} ({})", explain(port, setting, refused), refused.getMessage());
            return false;
        }
        server.addConnector(connector);
        return true;
    }

    private String explain(int port, String setting, Exception refused) {
        String why = String.valueOf(
                refused.getCause() == null ? null : refused.getCause().getMessage());
        boolean taken =
                refused.getCause() instanceof BindException && !why.contains("assign") && !why.contains("denied");
        String what = taken
                ? "port " + port + " is in use: set "
                : "cannot listen on " + host + ":" + port + ": set host or ";
        return what + setting + " in conf/pbx.simulator.cfg";
    }

    private HttpConnectionFactory http(boolean secure) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.addCustomizer((request, headers) -> {
            headers.put("Server", version.get());
            return request;
        });
        if (secure) {
            configuration.addCustomizer(new SecureRequestCustomizer(false));
        }
        return new HttpConnectionFactory(configuration);
    }

    /** Closes doors and sockets. */
    public void close() throws Exception {
        server.stop();
    }
}

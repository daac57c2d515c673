package pbx.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Serves the test pages on a port of its own, as a third party's web server would. */
final class Pages implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private Pages(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    static Pages plain() throws IOException {
        return new Pages(HttpServer.create(anyPort(), 0));
    }

    static Pages secure(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new Pages(server);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** The origin, by the one host name that all tests use. */
    String origin() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath();
        try (exchange;
                InputStream in = open(name)) {
            byte[] page = in == null ? new byte[0] : in.readAllBytes();
            exchange.getResponseHeaders()
                    .set("Content-Type", name.endsWith(".js") ? "text/javascript" : "text/html;charset=utf-8");
            exchange.sendResponseHeaders(in == null ? 404 : 200, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
        }
    }

    /** The documentation's examples are served from where they stand. */
    private static InputStream open(String name) throws IOException {
        return name.startsWith("/examples/")
                ? Files.newInputStream(Path.of("..", "docs", name))
                : Pages.class.getResourceAsStream("/pages" + name);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

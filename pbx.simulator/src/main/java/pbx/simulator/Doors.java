package pbx.simulator;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.exchange.Exchange;
import pbx.simulator.http.Certificate;
import pbx.simulator.http.HttpServer;
import pbx.simulator.http.Login;

/** The ports: plain HTTP at once, TLS as soon as its certificate is there. */
final class Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
    private static final long PATIENCE_MS = 3_000;

    private final Settings.Doorway settings;
    private final HttpServer server;
    private final PortsFile ports;
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private Thread preparing = new Thread(() -> {});

    Doors(Settings.Doorway settings, Exchange exchange, Login login) throws Exception {
        this.settings = settings;
        this.ports = new PortsFile(settings.directory());
        ports.clear();
        server = new HttpServer(settings.host(), settings.version(), settings.idle(), exchange, login);
        openMissing();
    }

    /** Opens what is not open yet. */
    void openMissing() throws Exception {
        if (!open.contains("http")) {
            note("http", server.openHttp(settings.httpPort()));
        }
        if (!open.contains("https") && settings.httpsPort() >= 0 && !preparing.isAlive()) {
            preparing = new Thread(this::openHttps, "pbx-simulator-tls");
            preparing.setDaemon(true);
            preparing.start();
        }
    }

    private void openHttps() {
        try {
            Certificate certificate = new Certificate(settings.directory());
            String password = certificate.ensure();
            note("https", server.openHttps(settings.httpsPort(), certificate.keystore(), password));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            LOG.error("the embedded PBX has no https: {}; plain http is not concerned", failed.getMessage(), failed);
        }
    }

    private void note(String scheme, OptionalInt port) throws IOException {
        if (port.isPresent()) {
            open.add(scheme);
            ports.opened(scheme, port.getAsInt());
            LOG.info("the embedded PBX listens on {}://{}:{}", scheme, settings.host(), port.getAsInt());
        }
    }

    void close() throws Exception {
        preparing.interrupt();
        preparing.join(PATIENCE_MS);
        server.close();
        ports.clear();
    }
}

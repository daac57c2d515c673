package pbx.simulator;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.simulator.http.Building;
import pbx.simulator.http.Certificate;
import pbx.simulator.http.HttpServer;

/** The ports: both at once, so that nobody is refused; behind the one of TLS one waits until its certificate is there. */
final class Doors {
    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);
    private static final long PATIENCE_MS = 3_000;

    private final Settings.Doorway settings;
    private final Map<String, Integer> wanted;
    private final HttpServer server;
    private final PortsFile file;
    private final Map<String, CompletableFuture<Integer>> open =
            Map.of("http", new CompletableFuture<>(), "https", new CompletableFuture<>());
    private Thread preparing = new Thread(() -> {});

    /** @param wanted ports by scheme, before what the settings say */
    Doors(Settings.Doorway settings, Map<String, Integer> wanted, Building inside) throws Exception {
        this.settings = settings;
        this.wanted = wanted;
        this.file = new PortsFile(settings.directory());
        file.clear();
        server = new HttpServer(settings.host(), settings.idle(), inside);
        try {
            openMissing();
        } catch (Exception failed) { // nobody else can close what opened before
            server.close();
            throw failed;
        }
    }

    /** Opens what is not open yet. */
    void openMissing() throws Exception {
        if (!port("http").isDone()) {
            note("http", server.openHttp(wanted.getOrDefault("http", settings.httpPort())));
        }
        if (!port("https").isDone() && settings.httpsPort() >= 0 && !preparing.isAlive()) {
            Optional<HttpServer.Reserved> door =
                    server.reserveHttps(wanted.getOrDefault("https", settings.httpsPort()));
            preparing = new Thread(() -> openHttps(door), "pbx-simulator-tls");
            preparing.setDaemon(true);
            preparing.start();
        }
    }

    /** @param door empty where the port is in use: who trusts the certificate wants to read it all the same */
    private void openHttps(Optional<HttpServer.Reserved> door) {
        try {
            Certificate certificate = new Certificate(settings.directory());
            String password = certificate.ensure();
            if (door.isPresent()) {
                door.get().open(certificate.keystore(), password);
                note("https", OptionalInt.of(door.get().port()));
            }
        } catch (InterruptedException stopped) {
            door.ifPresent(HttpServer.Reserved::give);
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            door.ifPresent(HttpServer.Reserved::give);
            LOG.error("the embedded PBX has no https: {}; plain http is not concerned", failed.getMessage(), failed);
        }
    }

    private void note(String scheme, OptionalInt port) throws IOException {
        if (port.isPresent()) {
            file.opened(scheme, port.getAsInt());
            port(scheme).complete(port.getAsInt());
            LOG.info("the embedded PBX listens on {}://{}:{}", scheme, settings.host(), port.getAsInt());
        }
    }

    /** Completes when that door is open. */
    CompletableFuture<Integer> port(String scheme) {
        return open.get(scheme);
    }

    /** Those that are open, by scheme. */
    Map<String, Integer> ports() {
        return open.entrySet().stream()
                .filter(entry -> entry.getValue().isDone())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().join()));
    }

    void close() throws Exception {
        preparing.interrupt();
        preparing.join(PATIENCE_MS);
        server.close();
        file.clear();
    }
}

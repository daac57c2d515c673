package pbx.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The embedded PBX in a process of its own, for clients of any kind. */
final class PbxRun implements AutoCloseable {
    private final int port = PbxCommand.freePort();
    private final PbxCommand command = new PbxCommand();

    PbxRun() throws IOException {
        command.conf(
                        "pbx.simulator",
                        "httpPort=" + port,
                        "httpsPort=-1",
                        "extensions=40-59",
                        ".password=demo",
                        ".adminPassword=demo",
                        "directory=data/simulator")
                .start("simulator", "");
        BufferedReader out = command.out();
        for (String line = out.readLine(); ; line = out.readLine()) {
            if (line == null) {
                throw new IOException("the embedded PBX ended early; see " + command.home.resolve("logs"));
            }
            if (line.startsWith("ready in")) {
                return;
            }
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** By the one name that browsers take for the same site as their page's. */
    URI urlForPages() {
        return URI.create("http://localhost:" + port);
    }

    /** With which a page opens a session, as a third party's server asks for it. */
    String token(String extension) throws Exception {
        HttpRequest ask = HttpRequest.newBuilder(url().resolve("/rest/system/session"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("admin:demo".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"3rd\",\"username\":\"" + extension + "\",\"domain\":\"localhost\"}"))
                .build();
        return HttpClient.newHttpClient()
                .send(ask, BodyHandlers.ofString())
                .body()
                .replace("\"", "");
    }

    @Override
    public void close() throws Exception {
        command.close();
    }
}

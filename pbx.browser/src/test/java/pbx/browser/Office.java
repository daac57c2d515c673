package pbx.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import pbx.acceptance.Platform;

/**
 * The platform with its embedded PBX and, as account {@code demo}, our client at extension 45, whose ear and mouth is the probe;
 * and a web server with the test pages. A legacy PBX is reached by http and ws, a modern one by https and wss.
 */
final class Office implements AutoCloseable {
    private static final String ADMIN = "admin:demo";

    final Platform platform = new Platform();
    private final Dialect dialect;
    private final Key key;
    private final Pages pages;
    private Browser ann;
    private Browser ben;

    Office(Dialect dialect) throws Exception {
        this.dialect = dialect;
        Files.createDirectories(platform.home.resolve("plugins"));
        Path probe = probe();
        Files.copy(probe, platform.home.resolve("plugins").resolve(probe.getFileName()));
        platform.set("pbx.simulator.cfg", "dialect", dialect.word());
        platform.set("pbx.simulator.cfg", "demo", "false");
        platform.start("--headless");
        platform.prints("ready in");
        key = new Key(platform.home.resolve("data/simulator"));
        pages = dialect == Dialect.LEGACY ? Pages.plain() : Pages.secure(key.tls());
    }

    private static Path probe() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            List<Path> jars = files.filter(
                            file -> file.getFileName().toString().matches("pbx\\.browser-[^-]+(-SNAPSHOT)?\\.jar"))
                    .toList();
            if (jars.size() != 1) {
                throw new AssertionError("one jar of this module is wanted in target, not " + jars);
            }
            return jars.get(0);
        }
    }

    /** Extension 46, at the page of the office's dialect, just opened and signed in. She says 523 Hz. */
    Desk ann() throws Exception {
        ann = ann == null ? new Browser(523, key.hash()) : ann;
        return desk(ann, "46");
    }

    /** Extension 47, likewise. He says 330 Hz. */
    Desk ben() throws Exception {
        ben = ben == null ? new Browser(330, key.hash()) : ben;
        return desk(ben, "47");
    }

    /** A page of docs/examples, in Ann's browser; the platform lets pages of its origin use its REST interface. */
    Browser example(String page) throws Exception {
        ann = ann == null ? new Browser(523, key.hash()) : ann;
        platform.set("pbx.rest.cfg", "origins", pages.origin());
        ann.open(pages.origin() + "/examples/" + page);
        return ann;
    }

    private Desk desk(Browser browser, String extension) throws Exception {
        boolean legacy = dialect == Dialect.LEGACY;
        String server = legacy ? "http://localhost:" + platform.pbxPort : "https://localhost:" + platform.tlsPort;
        String query = "?tenant=localhost&user=" + extension + "&server=" + server;
        browser.open(pages.origin() + "/" + dialect.word() + ".html" + query);
        return new Desk(browser).signIn(token(extension));
    }

    /** Our client hears this next: a tone, a key, silence or a sound. */
    void hears(String sound) throws InterruptedException {
        platform.printsNext("probe demo hears " + sound);
    }

    /** As a third party's server asks for one. */
    String token(String extension) throws Exception {
        URI session = URI.create("http://localhost:" + platform.pbxPort + "/rest/system/session");
        String basic = Base64.getEncoder().encodeToString(ADMIN.getBytes(StandardCharsets.UTF_8));
        HttpRequest ask = HttpRequest.newBuilder(session)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"name\":\"3rd\",\"username\":\"" + extension + "\",\"domain\":\"localhost\"}"))
                .build();
        String token = HttpClient.newHttpClient()
                .send(ask, HttpResponse.BodyHandlers.ofString())
                .body();
        return token.replace("\"", "");
    }

    @Override
    public void close() throws Exception {
        if (ann != null) {
            ann.close();
        }
        if (ben != null) {
            ben.close();
        }
        pages.close();
        platform.close();
    }
}

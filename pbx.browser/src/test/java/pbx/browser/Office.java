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
 * and a web server with the test pages.
 */
final class Office implements AutoCloseable {
    private static final String ADMIN = "admin:demo";

    final Platform platform = new Platform();
    private final Pages plain = Pages.plain();

    Office() throws Exception {
        Files.createDirectories(platform.home.resolve("plugins"));
        Path probe = probe();
        Files.copy(probe, platform.home.resolve("plugins").resolve(probe.getFileName()));
        platform.start("--headless");
        platform.prints("ready in");
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

    /** An extension at the page of 2021. */
    Desk legacy(Browser browser, String extension) throws Exception {
        return desk(browser, plain, "legacy.html", "http://localhost:" + platform.pbxPort, extension);
    }

    private Desk desk(Browser browser, Pages pages, String page, String server, String extension) throws Exception {
        browser.open(pages.origin() + "/" + page + "?tenant=localhost&user=" + extension + "&server=" + server);
        return new Desk(browser).signIn(token(extension));
    }

    /** Our client hears this next: a tone, a key, or just anything. */
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
        plain.close();
        platform.close();
    }
}

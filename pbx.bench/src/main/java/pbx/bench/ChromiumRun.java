package pbx.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The browser client (the page that the browser tests prove to work) in a headless Chromium: it signs in at the PBX, runs a
 * scenario of the name and numbers given, and says what it measured.
 */
final class ChromiumRun implements AutoCloseable {
    private static final List<Path> PAGES =
            List.of(Path.of("pbx.bench/src/main/pages"), Path.of("pbx.browser/src/test/resources/pages"));
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--autoplay-policy=no-user-gesture-required",
            "--disable-features=WebRtcHideLocalIpsWithMdns");
    private static final long PATIENCE_S = 60;

    private final Path profile = Files.createTempDirectory("pbx-chromium");
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Process process;

    ChromiumRun(String scenario, PbxRun pbx) throws Exception {
        this(
                "bench.html",
                "tenant=localhost&user=46&server=" + pbx.urlForPages() + "&token=" + pbx.token("46") + "&scenario="
                        + scenario.replace(' ', '+'));
    }

    /** Any page of the bench. */
    ChromiumRun(String name, String query) throws Exception {
        server.createContext("/", this::serve);
        server.start();
        String page = "http://localhost:" + server.getAddress().getPort() + "/" + name + "?" + query;
        List<String> command = new ArrayList<>(List.of("chromium"));
        command.addAll(FLAGS);
        command.add("--user-data-dir=" + profile);
        command.add(page);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                said.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            String name = exchange.getRequestURI().getPath().substring(1);
            byte[] page = page(name);
            exchange.getResponseHeaders()
                    .set("Content-Type", name.endsWith(".js") ? "text/javascript" : "text/html;charset=utf-8");
            exchange.sendResponseHeaders(page.length == 0 ? 404 : 200, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private static byte[] page(String name) throws IOException {
        for (Path folder : PAGES) {
            Path file = folder.resolve(name).normalize();
            if (file.startsWith(folder) && Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
        }
        return new byte[0];
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What the page says, until its end. */
    List<String> lines(Consumer<String> progress) throws Exception {
        List<String> lines = new ArrayList<>();
        for (; ; ) {
            String line = said.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (line == null || line.startsWith("failed")) {
                throw new IOException("the page in Chromium: " + line);
            }
            if (line.equals("end")) {
                return lines;
            }
            lines.add(line);
            progress.accept(line);
        }
    }

    @Override
    public void close() throws Exception {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        server.stop(0);
        delete();
    }

    /** Its helpers may still write while it is being deleted. */
    private void delete() throws InterruptedException {
        for (int tries = 0; tries < 20 && Files.exists(profile); tries++) {
            try (Stream<Path> files = Files.walk(profile)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | java.io.UncheckedIOException busy) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }
}

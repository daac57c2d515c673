package pbx.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The platform as {@code ./pbx run --headless} starts it, on ports and with a home of its own, with the probe deployed. */
final class PlatformRun implements AutoCloseable {
    private static final String SAYS = "probe: ";
    private static final int FIRST_EXTENSION = 40;

    private final Path home = Files.createTempDirectory("pbx-bench");
    private final Process process;

    /** @param accounts how many extensions are signed in */
    PlatformRun(String scenario, int accounts) throws IOException {
        int pbxPort = freePort();
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(
                conf.resolve("pbx.simulator.cfg"),
                "httpPort=" + pbxPort + "\nhttpsPort=-1\nextensions=40-59\n.password=demo\ndirectory=data/simulator\n");
        for (int i = 0; i < accounts; i++) {
            Files.writeString(
                    conf.resolve("pbx.account-lane" + i + ".cfg"),
                    "server=http://127.0.0.1:" + pbxPort + "\ntenant=localhost\nextension=" + (FIRST_EXTENSION + i)
                            + "\n.password=demo\n");
        }
        Path plugins = Files.createDirectories(home.resolve("plugins"));
        try (Stream<Path> jars = Files.list(Path.of("pbx.bench.probe/target"))) {
            Path probe = jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pbx.bench.probe is not built: run ./pbx bench"));
            Files.copy(probe, plugins.resolve("probe.jar"));
        }
        ProcessBuilder command = new ProcessBuilder("./pbx", "run", "--headless", "--home", home.toString());
        Map<String, String> environment = command.environment();
        environment.put("PBX_BUILD", "never");
        environment.put("PBX_JAVA_OPTS", "-Dorg.osgi.service.http.port=" + freePort());
        environment.put("JDK_JAVA_OPTIONS", "\"-Dpbx.bench.scenario=" + scenario + "\"");
        process = command.redirectError(home.resolve("stderr").toFile()).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What the probe says, until its end. */
    List<String> lines(Consumer<String> progress) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(SAYS + "end")) {
                return said;
            }
            if (line.startsWith(SAYS + "failed")) {
                throw new IOException(line);
            }
            if (line.startsWith(SAYS)) {
                said.add(line.substring(SAYS.length()));
                progress.accept(said.get(said.size() - 1));
            }
        }
        throw new IOException("the platform ended early; see " + home.resolve("logs"));
    }

    @Override
    public void close() throws Exception {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

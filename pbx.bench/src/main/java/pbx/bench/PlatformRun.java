package pbx.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The platform as {@code ./pbx run --headless} starts it, with the probe deployed. */
final class PlatformRun implements AutoCloseable {
    private static final String SAYS = "probe: ";
    private static final int FIRST_EXTENSION = 40;

    private final PbxCommand command = new PbxCommand();

    /**
     * With the embedded PBX in the same process.
     *
     * @param accounts how many extensions are signed in
     */
    PlatformRun(String scenario, int accounts) throws IOException {
        int port = PbxCommand.freePort();
        command.conf(
                "pbx.simulator",
                "httpPort=" + port,
                "httpsPort=-1",
                "extensions=40-59",
                ".password=demo",
                "directory=data/simulator");
        start(scenario, URI.create("http://127.0.0.1:" + port), accounts);
    }

    /** With a PBX elsewhere. */
    PlatformRun(String scenario, URI pbx, int accounts) throws IOException {
        start(scenario, pbx, accounts);
    }

    private void start(String scenario, URI pbx, int accounts) throws IOException {
        for (int i = 0; i < accounts; i++) {
            command.conf(
                    "pbx.account-lane" + i,
                    "server=" + pbx,
                    "tenant=localhost",
                    "extension=" + (FIRST_EXTENSION + i),
                    ".password=demo");
        }
        command.plugin(probe()).start("run", "\"-Dpbx.bench.scenario=" + scenario + "\"");
    }

    private static Path probe() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("pbx.bench.probe/target"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pbx.bench.probe is not built: run ./pbx bench"));
        }
    }

    ProcessHandle handle() {
        return command.handle();
    }

    /** What the probe says, until its end. */
    List<String> lines(Consumer<String> progress) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader out = command.out();
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
        throw new IOException("the platform ended early; see " + command.home.resolve("logs"));
    }

    @Override
    public void close() throws Exception {
        command.close();
    }
}

package pbx.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The platform as {@code ./pbx run --headless} starts it, with the probe deployed. */
final class PlatformRun implements AutoCloseable {
    private static final String SAYS = "probe: ";
    private static final int FIRST_EXTENSION = 40;

    /** With which the scenario moves the embedded PBX. */
    static final String CONTROL = "bench";

    private final PbxCommand command = new PbxCommand();
    private final int port = PbxCommand.freePort();

    /**
     * With the embedded PBX in the same process.
     *
     * @param accounts how many extensions are signed in
     */
    PlatformRun(String scenario, int accounts) throws IOException {
        office("demo=false");
        start(scenario, pbx(), accounts);
    }

    /**
     * With the embedded PBX in the same process, people at its other extensions, and a door to control it.
     *
     * @param scenario is given its address
     * @param options of the JVM
     */
    PlatformRun(Function<URI, String> scenario, int accounts, String options) throws IOException {
        office("demo=true", "control=true", ".controlToken=" + CONTROL);
        command.options(options);
        start(scenario.apply(pbx()), pbx(), accounts);
    }

    private URI pbx() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void office(String... lines) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "httpPort=" + port, "httpsPort=-1", "extensions=40-59", ".password=demo", "directory=data/simulator"));
        all.addAll(List.of(lines));
        command.conf("pbx.simulator", all.toArray(String[]::new));
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
        return PbxCommand.built(Path.of("pbx.bench.probe"));
    }

    ProcessHandle handle() {
        return command.handle();
    }

    /** Of what it logged the lines that are errors. */
    List<String> logged() throws IOException {
        try (Stream<String> lines = Files.lines(command.home.resolve("logs/pbx.log"))) {
            return lines.filter(line -> line.contains(" ERROR ")).toList();
        }
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

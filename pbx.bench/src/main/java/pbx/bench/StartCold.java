package pbx.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import pbx.bench.Result.Series;

/**
 * From the start of the process until everything is up: {@code ./pbx run --headless} to its ready line, which says that the
 * console answers and the demo account is registered at the embedded PBX; beside Apache Karaf's minimal distribution to its
 * shell's prompt, by its own script. By turns: a first start in an empty home (Karaf: as unpacked), and a second one there. And what
 * none of our code can save: the same framework, libraries and console, started in the same way without any bundle of ours.
 */
final class StartCold implements Measurement {
    private static final int RUNS = Integer.getInteger("pbx.bench.start.runs", 7);
    /** What ours are started with besides, to see what an option of Java does. */
    private static final String WITH = System.getenv().getOrDefault("PBX_JAVA_OPTS", "");

    private static final String AGAINST = "Apache Karaf minimal " + Karaf.VERSION + " to its prompt";

    @Override
    public String name() {
        return "start.cold";
    }

    @Override
    public int seconds() {
        return 20 + RUNS * 18;
    }

    @Override
    public List<Result> run() throws Exception {
        Path karaf = Karaf.unpacked();
        double[][] took = new double[5][RUNS];
        for (int run = -1; run < RUNS; run++) { // the first fills the disk's cache and does not count
            Path home = Files.createTempDirectory("pbx-start");
            Path base = Files.createTempDirectory("karaf-start");
            try {
                double[] now = new double[5];
                furnish(home);
                Karaf.copy(karaf, base);
                now[0] = ours(home);
                now[1] = Karaf.start(base);
                now[2] = ours(home);
                now[3] = Karaf.start(base);
                now[4] = withoutOurs(home);
                if (run >= 0) {
                    for (int i = 0; i < now.length; i++) {
                        took[i][run] = now[i];
                    }
                    System.err.printf(
                            "%s: %d of %d: %.0f %.0f %.0f %.0f %.0f ms%n",
                            name(), run + 1, RUNS, now[0], now[1], now[2], now[3], now[4]);
                }
            } finally {
                delete(home);
                delete(base);
            }
        }
        return List.of(
                new Result(name(), new Series(took[2]), "ms", AGAINST + ", second start of both", new Series(took[3])),
                new Result(
                        name() + ".first",
                        new Series(took[0]),
                        "ms",
                        AGAINST + ", first start of both",
                        new Series(took[1])),
                new Result(
                        name() + ".libraries",
                        new Series(took[4]),
                        "ms",
                        AGAINST + "; ours without a bundle of ours, to Gogo's prompt",
                        new Series(took[3])));
    }

    /** The default configuration on ports of nobody. */
    private static void furnish(Path home) throws IOException {
        Path conf = Files.createDirectories(home.resolve("conf"));
        int https = PbxCommand.freePort();
        for (String file : List.of("pbx.account-demo.cfg", "pbx.simulator.cfg", "pbx.ui.swing.cfg")) {
            String text = Files.readString(Path.of("cnf/conf", file))
                    .replace("8449", "" + https)
                    .replace("8089", "" + PbxCommand.freePort());
            Files.writeString(conf.resolve(file), text);
        }
    }

    private static double ours(Path home) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("./pbx", "run", "--headless", "--home", home.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return until(with(builder, ""), "account 45@localhost registered");
    }

    /** Gogo comes last, so that its prompt means that all are started. */
    private static double withoutOurs(Path home) throws Exception {
        Properties settings = new Properties();
        try (ZipFile jar = new ZipFile("cnf/target/platform/jar/settings.jar");
                InputStream in = jar.getInputStream(jar.getEntry("launcher.properties"))) {
            settings.load(in);
        }
        String bundles = Stream.of(settings.getProperty("launch.bundles").split(",", -1))
                .filter(bundle -> !bundle.contains("/pbx."))
                .sorted(Comparator.comparing((String bundle) -> bundle.contains(".gogo.")))
                .collect(Collectors.joining(","));
        ProcessBuilder builder =
                new ProcessBuilder("script", "-qfc", "./pbx run --headless --home " + home, "/dev/null");
        builder.environment().put("TERM", "xterm");
        builder.redirectErrorStream(true);
        return until(
                with(
                        builder,
                        " -Dlaunch.activators= -Dfelix.webconsole.security.providers= -Dlaunch.bundles=" + bundles),
                "g!");
    }

    private static ProcessBuilder with(ProcessBuilder builder, String options) throws IOException {
        builder.environment()
                .putAll(Map.of(
                        "PBX_BUILD",
                        "never",
                        "PBX_JAVA_OPTS",
                        "-Dorg.osgi.service.http.port=" + PbxCommand.freePort() + options + " " + WITH));
        return builder;
    }

    /** Milliseconds until a text is there; then the process is ended. */
    static double until(ProcessBuilder builder, String text) throws Exception {
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            StringBuilder said = new StringBuilder();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (int c = out.read(); c >= 0; c = out.read()) {
                said.append((char) c);
                if (c == text.charAt(text.length() - 1) && said.indexOf(text) >= 0) {
                    return (System.nanoTime() - began) / 1e6;
                }
            }
            throw new IOException(builder.command() + " ended without \"" + text + "\": " + said);
        } finally {
            end(process);
        }
    }

    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(20, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stubborn) {
                each.destroyForcibly();
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

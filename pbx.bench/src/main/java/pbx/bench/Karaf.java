package pbx.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Apache Karaf's own minimal distribution, fetched by Maven and started by its own script on a terminal. */
final class Karaf {
    static final String VERSION = "4.4.8";
    private static final Path FOLDER = Path.of("pbx.bench/target/karaf");

    private Karaf() {}

    static Path unpacked() throws Exception {
        Path karaf = FOLDER.resolve("apache-karaf-minimal-" + VERSION).toAbsolutePath();
        if (!Files.exists(karaf.resolve("bin/karaf"))) {
            System.err.println("start.cold: fetching Apache Karaf ...");
            int exit = new ProcessBuilder(
                            maven(),
                            "-q",
                            "-B",
                            "dependency:unpack",
                            "-Dartifact=org.apache.karaf:apache-karaf-minimal:" + VERSION + ":tar.gz",
                            "-DoutputDirectory=" + FOLDER.toAbsolutePath())
                    .directory(new File("pbx.bench"))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0 || !Files.exists(karaf.resolve("bin/karaf"))) {
                throw new IOException(
                        "Apache Karaf cannot be fetched: this measurement needs Maven and its repository");
            }
        }
        return karaf;
    }

    /** One that is installed; else the wrapper. */
    private static String maven() {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mvn")));
        return installed ? "mvn" : Path.of("mvnw").toAbsolutePath().toString();
    }

    /** As unpacked: nothing was started there. */
    static void copy(Path karaf, Path to) throws Exception {
        new ProcessBuilder("cp", "-r", karaf + "/.", to.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Milliseconds to the prompt. */
    static double start(Path base) throws Exception {
        // a terminal of its own, for without one there is no prompt
        ProcessBuilder builder =
                new ProcessBuilder(List.of("script", "-qfc", "bash " + base + "/bin/karaf", "/dev/null"));
        builder.environment().put("TERM", "xterm");
        builder.redirectErrorStream(true);
        return StartCold.until(builder, "@root"); // of "karaf@root()>", whose first word is bold
    }
}

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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One {@code ./pbx} command in a home of its own, which is gone after. */
final class PbxCommand implements AutoCloseable {
    final Path home = Files.createTempDirectory("pbx-bench");
    private String jvm = "";
    private Process process;

    PbxCommand() throws IOException {}

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A module's jar. */
    static Path built(Path module) throws IOException {
        try (Stream<Path> jars = Files.list(module.resolve("target"))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(module + " is not built: run ./pbx bench"));
        }
    }

    /** For the JVM, besides those that are given at the start. */
    PbxCommand options(String words) {
        jvm = words;
        return this;
    }

    PbxCommand conf(String pid, String... lines) throws IOException {
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(conf.resolve(pid + ".cfg"), String.join("\n", lines) + "\n");
        return this;
    }

    PbxCommand plugin(Path jar) throws IOException {
        Files.copy(jar, Files.createDirectories(home.resolve("plugins")).resolve(jar.getFileName()));
        return this;
    }

    /** @param options of the JVM */
    PbxCommand start(String command, String options) throws IOException {
        List<String> words = new ArrayList<>(List.of("./pbx", command));
        if (command.equals("run")) {
            words.add("--headless");
        }
        words.addAll(List.of("--home", home.toString()));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("PBX_BUILD", "never");
        builder.environment()
                .put(
                        "PBX_JAVA_OPTS",
                        String.join(
                                        " ",
                                        "-Dorg.osgi.service.http.port=" + freePort(),
                                        jvm,
                                        System.getProperty("pbx.bench.jvm", ""))
                                .strip());
        builder.environment().put("JDK_JAVA_OPTIONS", options);
        process = builder.redirectError(home.resolve("stderr").toFile()).start();
        return this;
    }

    BufferedReader out() {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() throws Exception {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

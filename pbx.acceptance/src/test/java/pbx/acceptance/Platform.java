package pbx.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The platform as people start it: the command, a home of its own, lines on its standard input, what it prints. */
public final class Platform implements AutoCloseable {
    private static final AtomicInteger PORTS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(12_000));
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    public final Path home;
    public final int pbxPort = freePort();
    public final int tlsPort = freePort();
    public final int consolePort = freePort();
    private final List<String> java = new ArrayList<>();
    private final Lines out = new Lines();
    private final Lines err = new Lines();
    private List<String> wrapper = List.of();
    private Process process;
    private OutputStream in;

    /** A home with the default configuration, on ports of its own. */
    public Platform() throws IOException {
        home = Files.createTempDirectory("pbx-home");
        Files.createDirectories(home.resolve("conf"));
        try (var files = Files.list(ROOT.resolve("cnf/conf"))) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve("conf").resolve(file.getFileName()));
            }
        }
        set("pbx.simulator.cfg", "httpPort", "" + pbxPort);
        set("pbx.simulator.cfg", "httpsPort", "" + tlsPort);
        set("pbx.account-demo.cfg", "server", "https://127.0.0.1:" + tlsPort);
        java.add("-Dorg.osgi.service.http.port=" + consolePort);
    }

    /** Not one of those that the system gives to any connection: somebody's might have it before the platform listens there. */
    public static int freePort() {
        while (true) {
            int port = 20_000 + PORTS.getAndIncrement() % 12_000;
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // the next one, then
            }
        }
    }

    /** Sets one line of a configuration file, and leaves the others. */
    public void set(String file, String name, String value) throws IOException {
        Path path = home.resolve("conf").resolve(file);
        List<String> lines = new ArrayList<>(Files.exists(path) ? Files.readAllLines(path) : List.of());
        lines.removeIf(line -> line.matches("\\Q" + name + "\\E\\s*=.*"));
        lines.add(name + " = " + value);
        Files.write(path, lines);
    }

    public void java(String option) {
        java.add(option);
    }

    /** What the command is run by, for example in a network namespace. */
    public void within(String... command) {
        wrapper = List.of(command);
    }

    public Platform start(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(List.of(options));
        process = command(words.toArray(String[]::new)).start();
        in = process.getOutputStream();
        out.read(process.getInputStream());
        err.read(process.getErrorStream());
        return this;
    }

    /** The command with these words, for this home. */
    public ProcessBuilder command(String... words) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(ROOT.resolve("pbx").toString());
        command.addAll(List.of(words));
        command.addAll(List.of("--home", home.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("PBX_BUILD", "never");
        environment.put("PBX_JAVA_OPTS", String.join(" ", java));
        return builder;
    }

    public void say(String... lines) throws IOException {
        for (String line : lines) {
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        in.flush();
    }

    /** The first line of standard output, past or to come, that holds {@code part}. */
    public String prints(String part) throws InterruptedException {
        return out.await(part, process);
    }

    /** The first line of standard output with {@code part} after the last one that this was asked for. */
    public String printsNext(String part) throws InterruptedException {
        return out.next(part, process);
    }

    /** The first line of standard error, past or to come, that holds {@code part}. */
    public String warns(String part) throws InterruptedException {
        return err.await(part, process);
    }

    public List<String> warnings() {
        return err.all();
    }

    public List<String> printed() {
        return out.all();
    }

    public int ends() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new AssertionError("the platform does not end; it printed " + out.all() + " and " + err.all());
        }
        return process.exitValue();
    }

    /** The command becomes the platform's own process. */
    public long pid() {
        return process.pid();
    }

    /** Nothing of it can tidy up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws Exception {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** One stream's lines. */
    private static final class Lines {
        private final List<String> lines = new ArrayList<>();
        private int told;

        void read(InputStream stream) {
            Thread reader = new Thread(() -> {
                try (BufferedReader text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                    for (String line = text.readLine(); line != null; line = text.readLine()) {
                        add(line);
                    }
                } catch (IOException e) {
                    add("(the stream broke: " + e.getMessage() + ")");
                }
            });
            reader.setDaemon(true);
            reader.start();
        }

        private synchronized void add(String line) {
            lines.add(line);
            notifyAll();
        }

        synchronized List<String> all() {
            return List.copyOf(lines);
        }

        synchronized String await(String part, Process process) throws InterruptedException {
            return lines.get(index(part, 0, process));
        }

        synchronized String next(String part, Process process) throws InterruptedException {
            told = index(part, told, process) + 1;
            return lines.get(told - 1);
        }

        private synchronized int index(String part, int from, Process process) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            int at = find(part, from);
            while (at < 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("waited in vain for \"" + part + "\"; there was "
                            + lines.subList(from, lines.size())
                            + (process.isAlive() ? "" : " and the process has ended"));
                }
                wait(left);
                at = find(part, from);
            }
            return at;
        }

        private int find(String part, int from) {
            return IntStream.range(from, lines.size())
                    .filter(i -> lines.get(i).contains(part))
                    .findFirst()
                    .orElse(-1);
        }
    }
}

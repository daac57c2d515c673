package pbx.webrtc.device;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A PulseAudio server of our own, with devices that are heard: a speaker is a null sink whose monitor can be listened to, a
 * microphone is what is played to another null sink.
 */
public final class PulseServer implements AutoCloseable {
    private static final int PATIENCE = 30;

    private final Path home;
    private Process process;

    public PulseServer() throws Exception {
        home = Files.createTempDirectory("pulse");
        start();
    }

    /** For {@link NativeDevices} and PULSE_SERVER. */
    public String address() {
        return "unix:" + home.resolve("native");
    }

    /** Starts it again, after {@link #kill}; without devices. */
    public void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "--log-target=stderr",
                "--log-level=info",
                "-L",
                "module-native-protocol-unix auth-anonymous=1 socket=" + home.resolve("native"));
        own(builder);
        process = builder.start();
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread log = new Thread(() -> read(process, ready), "pulseaudio log");
        log.setDaemon(true);
        log.start();
        ready.get(PATIENCE, TimeUnit.SECONDS);
    }

    private static void read(Process process, CompletableFuture<Void> ready) {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            StringBuilder all = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.append(line).append('\n');
                if (line.contains("Daemon startup complete")) {
                    ready.complete(null);
                }
            }
            ready.completeExceptionally(new IOException("pulseaudio does not start: " + all));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    /** Plugs in a speaker; returns what {@link #unplug} takes. */
    public String speaker(String name) throws Exception {
        return module("module-null-sink", "sink_name=" + name, "sink_properties=device.description=" + name + "-text");
    }

    /** Plugs in a microphone that gives what is played to the sink NAME-feed. */
    public String microphone(String name) throws Exception {
        speaker(name + "-feed");
        return module(
                "module-remap-source",
                "master=" + name + "-feed.monitor",
                "source_name=" + name,
                "source_properties=device.description=" + name + "-text");
    }

    /** Plugs in a microphone that hears what a speaker plays. */
    public String listening(String name, String speaker) throws Exception {
        return module("module-remap-source", "master=" + speaker + ".monitor", "source_name=" + name);
    }

    public void unplug(String module) throws Exception {
        control("unload-module", module);
    }

    public void standard(String speaker, String microphone) throws Exception {
        control("set-default-sink", speaker);
        control("set-default-source", microphone);
    }

    private String module(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("load-module"));
        command.addAll(List.of(words));
        return control(command.toArray(String[]::new));
    }

    private String control(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("pactl", "--server=" + address()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        own(builder);
        Process control = builder.start();
        String said = new String(control.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!control.waitFor(PATIENCE, TimeUnit.SECONDS) || control.exitValue() != 0) {
            throw new IOException(command + ": " + said);
        }
        return said;
    }

    /** It hangs, as after a driver's fault. */
    public void freeze() throws Exception {
        signal("-STOP");
    }

    public void thaw() throws Exception {
        signal("-CONT");
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", name, String.valueOf(process.pid())).start().waitFor(PATIENCE, TimeUnit.SECONDS);
    }

    /** It dies. */
    public void kill() throws Exception {
        process.destroyForcibly().waitFor(PATIENCE, TimeUnit.SECONDS);
    }

    private void own(ProcessBuilder builder) {
        for (String name :
                List.of("XDG_RUNTIME_DIR", "HOME", "XDG_CONFIG_HOME", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH")) {
            builder.environment().put(name, home.toString());
        }
        builder.environment().remove("PULSE_SERVER");
        builder.environment().put("LC_ALL", "C");
    }

    @Override
    public void close() throws Exception {
        kill();
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(PulseServer::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package pbx.ui.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A screen of their own for the window tests: Xvfb at the number that the build gave this JVM in DISPLAY. Where the tests run
 * twice at once on a machine, the later ones wait for their number. Elsewhere than on Linux the machine's own screen is used.
 */
final class Display implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Display.class);
    private static final Set<Class<?>> UNWATCHED = Set.of(EdtWatchWindowTest.class, CollectedWindowTest.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    @Override
    public void beforeAll(ExtensionContext context) {
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            context.getRoot().getStore(HERE).getOrComputeIfAbsent(Server.class, key -> start(System.getenv("DISPLAY")));
        }
    }

    /** Every window test is watched, save those of the watch itself and of what is left when all is over. */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (!UNWATCHED.contains(context.getRequiredTestClass())) {
            EdtWatch watch = new EdtWatch();
            context.getStore(HERE).put(EdtWatch.class, watch);
            watch.begin();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        EdtWatch watch = context.getStore(HERE).get(EdtWatch.class, EdtWatch.class);
        if (watch != null) {
            assertEquals(Set.of(), watch.end());
        }
    }

    private static Server start(String display) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < until) {
            Server server = tryToStart(display);
            if (server != null) {
                return server;
            }
        }
        throw new IllegalStateException(
                "display " + display + " is in use: give others with -Dpbx.display=:8, which makes them :81 and :82");
    }

    // It writes its number to standard output once clients may connect, and ends at once where the number is taken.
    private static Server tryToStart(String display) {
        Path log = Path.of("target", "xvfb" + display.substring(1) + ".log");
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process xvfb = new ProcessBuilder(
                            "Xvfb",
                            display,
                            "-screen",
                            "0",
                            System.getProperty("pbx.screen", "1280x900x24"),
                            "-nolisten",
                            "tcp",
                            "-terminate",
                            "-displayfd",
                            "1")
                    .redirectError(log.toFile())
                    .start();
            return xvfb.getInputStream().read() >= 0 ? new Server(connected(xvfb)) : null;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "no virtual display: apt-get install -y --no-install-recommends xvfb libxi6 libxtst6 libxrender1"
                            + " libxext6",
                    e);
        }
    }

    // From here on it ends with its last client, which is this JVM; AWT would take an earlier end for its own.
    private static Process connected(Process xvfb) {
        boolean connected = false;
        try {
            Toolkit.getDefaultToolkit().getScreenSize();
            connected = true;
        } finally {
            if (!connected) {
                xvfb.destroy();
            }
        }
        return xvfb;
    }

    /** Keeps the process from being started twice. */
    private record Server(Process process) {}
}

package pbx.ui.swing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Whether the desktop is dark, asked of the desktop's own tool, since Java 17 does not know. Where there is no such tool it is
 * light. Starts a process: never to be called on the EDT.
 */
final class SystemTheme {
    private static final long PATIENCE_MS = 1000;
    private static final int LONGEST = 4096;

    private final String system;
    private final Function<List<String>, String> run;

    SystemTheme() {
        this(System.getProperty("os.name"), SystemTheme::output);
    }

    /** @param run gives what a command prints; nothing, if it cannot be run */
    SystemTheme(String system, Function<List<String>, String> run) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.run = run;
    }

    boolean dark() {
        if (system.contains("windows")) {
            return run.apply(List.of(
                            "reg",
                            "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                            "/v",
                            "AppsUseLightTheme"))
                    .stripTrailing()
                    .endsWith("0x0");
        }
        List<String> ask = system.contains("mac")
                ? List.of("defaults", "read", "-g", "AppleInterfaceStyle")
                : List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
        return run.apply(ask).toLowerCase(Locale.ROOT).contains("dark");
    }

    private static String output(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                process.destroy();
                return "";
            }
            try (InputStream printed = process.getInputStream()) {
                return new String(printed.readNBytes(LONGEST), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}

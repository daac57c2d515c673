package pbx.settings;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;

/** The PIDs that had a file, over a stop: ConfigurationAdmin keeps configurations whose file is removed meanwhile. */
final class Remembered {
    private final Path file;
    private Set<String> pids = Set.of();

    Remembered(BundleContext context) {
        File data = context.getDataFile("pids");
        file = data == null ? null : data.toPath();
    }

    Set<String> read() throws IOException {
        if (file != null && Files.exists(file)) {
            pids = new TreeSet<>(Files.readAllLines(file));
        }
        return Set.copyOf(pids);
    }

    void write(Set<String> now) throws IOException {
        if (file != null && !now.equals(pids)) {
            Files.write(file, new TreeSet<>(now));
            pids = Set.copyOf(now);
        }
    }
}

package pbx.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/** Tells other programs on which ports the PBX listens: {@code http} and {@code https} in {@code ports.properties}. */
final class PortsFile {
    private final Path file;
    private final Map<String, Integer> ports = new TreeMap<>();

    PortsFile(Path directory) {
        file = directory.resolve("ports.properties");
    }

    /** A port was opened. The file is replaced at once, so that a reader never sees half of it. */
    synchronized void opened(String scheme, int port) throws IOException {
        ports.put(scheme, port);
        StringBuilder text = new StringBuilder();
        ports.forEach(
                (name, number) -> text.append(name).append('=').append(number).append('\n'));
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling("ports.new");
        Files.writeString(fresh, text, StandardCharsets.US_ASCII);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Nothing is open any more. */
    synchronized void clear() throws IOException {
        ports.clear();
        Files.deleteIfExists(file);
    }
}

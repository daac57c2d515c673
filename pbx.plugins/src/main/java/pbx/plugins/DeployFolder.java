package pbx.plugins;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What lies in the deploy folder, and for how many looks it has not changed. */
final class DeployFolder {
    private final Path path;
    private Map<String, Seen> before = Map.of();

    /**
     * One jar.
     *
     * @param looks how many looks in a row found it like this
     */
    record Seen(Stamp stamp, int looks) {}

    DeployFolder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Looks once more: the jars by name. What begins with a dot is on its way in, and none of ours. */
    SortedMap<String, Seen> look() throws IOException {
        Files.createDirectories(path);
        SortedMap<String, Seen> now = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, DeployFolder::isJar)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                Stamp.of(file).ifPresent(stamp -> now.put(name, seen(name, stamp)));
            }
        }
        before = Map.copyOf(now);
        return now;
    }

    /** Copies a jar in: nobody who looks finds half of it. */
    void put(Path jar, String name) throws IOException {
        Files.createDirectories(path);
        Path coming = path.resolve("." + name + ".coming");
        try {
            Files.copy(jar, coming, StandardCopyOption.REPLACE_EXISTING);
            Files.move(coming, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(coming);
        }
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(path.resolve(name));
    }

    static boolean isJar(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".jar") && !name.startsWith(".");
    }

    private Seen seen(String name, Stamp stamp) {
        Seen last = before.get(name);
        return new Seen(stamp, last != null && last.stamp().equals(stamp) ? last.looks() + 1 : 1);
    }
}

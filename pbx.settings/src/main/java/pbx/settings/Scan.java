package pbx.settings;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks into the folders, and knows what the look before found. */
final class Scan {
    private final List<Path> folders;
    private final Set<Path> seen = new HashSet<>();
    private Map<Path, Stamp> before = Map.of();
    private Map<Path, Stamp> now = Map.of();

    Scan(List<Path> folders) {
        this.folders = folders;
    }

    /**
     * Looks once more. The files come in the order in which they count.
     *
     * @throws IOException when a folder cannot be listed, or one that was there is not; the look then does not count
     */
    Map<Path, Stamp> look() throws IOException {
        Map<Path, Stamp> found = new LinkedHashMap<>();
        for (Path folder : folders) {
            if (seen.contains(folder) || Files.exists(folder)) {
                found.putAll(files(folder));
                seen.add(folder);
            }
        }
        before = now;
        now = found;
        return found;
    }

    boolean complete() {
        return seen.containsAll(folders);
    }

    boolean steady(Path file) {
        return now.containsKey(file) && now.get(file).equals(before.get(file));
    }

    /** An editor may take a file away for a moment to put it back. */
    boolean gone(Path file) {
        return !now.containsKey(file) && !before.containsKey(file);
    }

    private static Map<Path, Stamp> files(Path folder) throws IOException {
        Map<Path, Stamp> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.cfg")) {
            for (Path file : files) {
                Stamp.of(file).ifPresent(stamp -> found.put(file, stamp));
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }
}

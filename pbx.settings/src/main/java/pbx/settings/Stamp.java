package pbx.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How a file looks from outside. While it is the same, the bytes are taken to be the same.
 *
 * @param size bytes
 * @param modified nanoseconds where the file system has them
 * @param key tells a file that was moved over another of the same size and time; null where there is none (Windows)
 */
record Stamp(long size, long modified, Object key) {

    /** Empty: there is no such file (any more). */
    static Optional<Stamp> of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            long modified = now.lastModifiedTime().to(TimeUnit.NANOSECONDS);
            return now.isRegularFile() ? Optional.of(new Stamp(now.size(), modified, now.fileKey())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package pbx.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** The deployer's own copies of the plugins' bytes, one file a SHA-256; what an update falls back to. */
final class PrivateCopies {
    private static final String SUFFIX = ".jar";

    private final Path folder;

    PrivateCopies(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes a copy.
     *
     * @throws ZipException it is no readable zip, perhaps not yet
     * @throws IOException it cannot be read
     */
    PluginJar take(Path jar) throws IOException, BadPlugin {
        Files.createDirectories(folder);
        Path coming = folder.resolve("coming" + SUFFIX);
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
            Files.copy(in, coming, StandardCopyOption.REPLACE_EXISTING);
        }
        String hash = Sha256.text(digest);
        PluginJar read = PluginJar.of(coming, hash);
        Path copy = folder.resolve(hash + SUFFIX);
        Files.move(coming, copy, StandardCopyOption.REPLACE_EXISTING);
        return new PluginJar(copy, hash, read.name(), read.version(), read.services());
    }

    /** The hashes of all copies. */
    Set<String> hashes() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(SUFFIX, ""))
                    .collect(Collectors.toSet());
        }
    }

    /** Drops all copies but these. */
    void keep(Set<String> used) throws IOException {
        for (String hash : hashes()) {
            if (!used.contains(hash)) {
                Files.deleteIfExists(folder.resolve(hash + SUFFIX));
            }
        }
    }
}

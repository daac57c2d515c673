package pbx.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The version that each plugin's present one replaced, one jar a plugin. It outlives a restart of the platform. */
final class Previous {
    private static final Logger LOG = LoggerFactory.getLogger(Previous.class);

    private final Path folder;
    /** As read from the jars. */
    private final Map<String, Optional<String>> versions = new ConcurrentHashMap<>();

    Previous(Path data) {
        this.folder = data.resolve("previous");
    }

    /** Keeps what is about to be replaced. */
    void keep(PluginJar replaced) {
        Path coming = folder.resolve("." + replaced.name() + ".coming");
        try (InputStream bytes = replaced.open()) {
            Files.createDirectories(folder);
            Files.copy(bytes, coming, StandardCopyOption.REPLACE_EXISTING);
            Files.move(coming, file(replaced.name()), StandardCopyOption.ATOMIC_MOVE);
            versions.remove(replaced.name());
        } catch (IOException e) {
            LOG.warn("version {} of {} cannot be kept: {}", replaced.version(), replaced.name(), e.toString());
        }
    }

    /** Where it is kept. */
    Optional<Path> of(String plugin) {
        return Optional.of(file(plugin)).filter(Files::exists);
    }

    Optional<String> version(String plugin) {
        return versions.computeIfAbsent(plugin, this::read);
    }

    private Optional<String> read(String plugin) {
        return of(plugin).flatMap(jar -> {
            try {
                return Optional.of(PluginJar.of(jar, "").version());
            } catch (IOException | BadPlugin e) {
                return Optional.empty();
            }
        });
    }

    void forget(String plugin) {
        try {
            Files.deleteIfExists(file(plugin));
            versions.remove(plugin);
        } catch (IOException e) {
            LOG.warn("the replaced version of {} stays: {}", plugin, e.toString());
        }
    }

    private Path file(String plugin) {
        return folder.resolve(plugin + ".jar");
    }
}

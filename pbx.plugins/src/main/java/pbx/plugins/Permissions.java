package pbx.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.plugin.Admission;
import pbx.api.plugin.Use;

/** What each plugin may use: what was decided at run time, then what the configuration denies; the rest is allowed. */
final class Permissions implements Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Permissions.class);

    private final Path file;
    /** Plugin and use to "true" or "false". Replaced as a whole. */
    private volatile Properties decided;

    private final Predicate<String> plugin;
    private volatile Denials denials;

    /** @param plugin whether a bundle of this name was deployed: what is denied to every plugin is not denied to the platform */
    Permissions(Path folder, Denials denials, Predicate<String> plugin) {
        this.file = folder.resolve("permissions.properties");
        this.denials = denials;
        this.plugin = plugin;
        this.decided = read(file);
    }

    void configure(Denials next) {
        denials = next;
    }

    @Override
    public boolean admits(String bundle, Use use) {
        return admits(bundle, use, plugin);
    }

    private boolean admits(String bundle, Use use, Predicate<String> plugin) {
        String said = decided.getProperty(key(bundle, use));
        boolean denied = said == null ? denials.denies(bundle, use, plugin) : said.equals("false");
        return !denied;
    }

    /** What this plugin may not use, whether or not it is installed yet. */
    Set<Use> denied(String name) {
        return Arrays.stream(Use.values())
                .filter(use -> !admits(name, use, any -> true))
                .collect(Collectors.toSet());
    }

    void decide(String bundle, Use use, boolean allowed) throws IOException {
        Properties next = new Properties();
        next.putAll(decided);
        next.setProperty(key(bundle, use), String.valueOf(allowed));
        decided = next;
        Files.createDirectories(file.getParent());
        Path coming = file.resolveSibling(".permissions.coming");
        try (OutputStream out = Files.newOutputStream(coming)) {
            next.store(out, "What administrators decided; pbx:allow and pbx:deny write it");
        }
        Files.move(coming, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String key(String bundle, Use use) {
        return bundle + " " + use;
    }

    private static Properties read(Path file) {
        Properties read = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            read.load(in);
        } catch (NoSuchFileException e) {
            // nothing was decided yet
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("{} cannot be read, so what was decided there does not hold: {}", file, e.getMessage());
        }
        return read;
    }
}

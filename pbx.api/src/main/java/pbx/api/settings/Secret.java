package pbx.api.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A secret as it stands in a configuration: itself, or a reference to where it is kept, so that the configuration can be
 * copied, shown and backed up. {@code env:NAME} is an environment variable, {@code file:PATH} the contents of a file (relative
 * to the platform's home, without the line's end). A secret that itself begins so is written {@code plain:...}.
 */
public final class Secret {
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final String PLAIN = "plain:";
    private static final int MOST_BYTES = 65_536;

    private Secret() {}

    /** Whether the setting holds a reference, which may be shown, and no secret. */
    public static boolean reference(String setting) {
        return setting.startsWith(ENVIRONMENT) || setting.startsWith(FILE);
    }

    /**
     * The secret itself. May read a small file.
     *
     * @throws IllegalArgumentException if it is not where the reference says; the message names the reference, never a value
     */
    public static String reveal(String setting) {
        if (setting.startsWith(ENVIRONMENT)) {
            return environment(setting.substring(ENVIRONMENT.length()).strip());
        }
        if (setting.startsWith(FILE)) {
            return file(setting.substring(FILE.length()).strip());
        }
        return setting.startsWith(PLAIN) ? setting.substring(PLAIN.length()) : setting;
    }

    private static String environment(String name) {
        String value = name.isEmpty() ? null : System.getenv(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(
                    "refers to env:" + name + ", and the platform was started without this environment variable");
        }
        return value;
    }

    private static String file(String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            String value = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
            if (value.isEmpty() || bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "refers to file:" + path + ", which is empty or too large for a secret");
            }
            return value;
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "refers to file:" + path + ", which cannot be read ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }
}

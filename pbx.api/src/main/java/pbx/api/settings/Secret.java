package pbx.api.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A secret as it stands in a configuration: itself, a reference to where it is kept, or sealed, so that the configuration can
 * be copied, shown and backed up.
 *
 * <ul>
 *   <li>{@code env:NAME} is an environment variable.
 *   <li>{@code file:PATH} is the contents of a file (relative to the platform's home, without the line's end).
 *   <li>{@code keyring:NAME} is what the operating system's keyring has under that name.
 *   <li>{@code sealed:TEXT} was encrypted by {@link #sealed}, with the key in {@code data/secret.key}, or in the file that the
 *       environment variable {@code PBX_SECRET_KEY} or the system property {@code pbx.secret.key} names.
 *   <li>A secret that itself begins so is written {@code plain:...}.
 * </ul>
 */
public final class Secret {
    static final int MOST_BYTES = 65_536;
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final String KEYRING = "keyring:";
    private static final String SEALED = "sealed:";
    private static final String PLAIN = "plain:";
    private static final Path KEY = Path.of("data", "secret.key");

    private Secret() {}

    /** Whether the setting holds a reference, which may be shown, and no secret. */
    public static boolean reference(String setting) {
        return setting.startsWith(ENVIRONMENT) || setting.startsWith(FILE) || setting.startsWith(KEYRING);
    }

    /**
     * The secret itself. May read a small file, or wait for the keyring, 10 s at most.
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
        if (setting.startsWith(KEYRING)) {
            return Keyring.ofThisSystem()
                    .find(setting.substring(KEYRING.length()).strip());
        }
        if (setting.startsWith(SEALED)) {
            return new Seal(key()).open(setting.substring(SEALED.length()).strip());
        }
        return setting.startsWith(PLAIN) ? setting.substring(PLAIN.length()) : setting;
    }

    /**
     * A setting as it is kept: a secret in plain text becomes {@code sealed:...}; nothing, a reference and what is sealed stay
     * as they are. Makes the key at the first use.
     *
     * @throws IOException if the key can be neither read nor made
     */
    public static String sealed(String setting) throws IOException {
        return setting.isEmpty() || reference(setting) || setting.startsWith(SEALED)
                ? setting
                : SEALED + new Seal(key()).close(reveal(setting));
    }

    private static Path key() {
        String elsewhere = System.getProperty("pbx.secret.key", System.getenv("PBX_SECRET_KEY"));
        return elsewhere == null || elsewhere.isEmpty() ? KEY : Path.of(elsewhere);
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

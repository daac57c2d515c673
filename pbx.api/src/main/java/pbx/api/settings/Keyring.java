package pbx.api.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The operating system's keyring, asked by the system's own program: {@code secret-tool} of libsecret (Secret Service: GNOME
 * Keyring, KWallet, KeePassXC), on macOS {@code security}. No shell is involved.
 */
final class Keyring {
    /** Nothing that a program could take for an option. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@/-]{0,99}");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> command;

    /** @param command the program and its arguments, to which the name is added */
    Keyring(List<String> command) {
        this.command = List.copyOf(command);
    }

    static Keyring ofThisSystem() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("windows")) {
            throw new IllegalArgumentException(
                    "refers to a keyring, which cannot be asked on Windows; refer to file:PATH or env:NAME instead");
        }
        return new Keyring(
                system.contains("mac")
                        ? List.of("security", "find-generic-password", "-w", "-s", "pbx", "-a")
                        : List.of("secret-tool", "lookup", "pbx"));
    }

    /** @throws IllegalArgumentException if it has nothing of that name; the message never holds a value */
    String find(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "refers to keyring:" + name + ", which is no name of one: take letters," + " digits and . _ @ / -");
        }
        List<String> line = new ArrayList<>(command);
        line.add(name);
        try {
            Process process = new ProcessBuilder(line)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return answer(process, name);
        } catch (IOException missing) {
            throw new IllegalArgumentException(
                    "refers to keyring:" + name + ", and there is no " + command.get(0)
                            + " to ask (Debian: sudo apt-get install libsecret-tools)",
                    missing);
        }
    }

    private String answer(Process process, String name) {
        try {
            CompletableFuture<String> said = CompletableFuture.supplyAsync(() -> read(process));
            String answer = said.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).replaceFirst("\\R\\z", "");
            if (process.waitFor() == 0 && !answer.isEmpty()) {
                return answer;
            }
        } catch (TimeoutException locked) {
            throw new IllegalArgumentException(
                    "refers to keyring:" + name + ", and " + command.get(0) + " did not answer in "
                            + PATIENCE.toSeconds() + " s: is the keyring locked?",
                    locked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException unread) {
            // said below
        } finally {
            process.destroyForcibly();
        }
        throw new IllegalArgumentException("refers to keyring:" + name
                + ", and the keyring of the platform's user has none of this name, or is locked; docs/logging.md says how"
                + " to store one");
    }

    private static String read(Process process) {
        try (var out = process.getInputStream()) {
            return new String(out.readNBytes(Secret.MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            return "";
        }
    }
}

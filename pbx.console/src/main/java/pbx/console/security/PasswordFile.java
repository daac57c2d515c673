package pbx.console.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.function.Consumer;

/** Keeps the hash of the administrator's password. The password itself is shown once, when it is made, and never kept. */
final class PasswordFile {
    /** No 0, 1, i, l, o: nobody has to guess which one he sees. 20 of these are 99 bits. */
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int LENGTH = 20;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    PasswordFile(Path file) {
        this.file = file;
    }

    /**
     * The hash; where there is no file, a new password is made, stored, and then told.
     *
     * @throws IOException with what is wrong and what to do
     */
    PasswordHash open(Consumer<String> tell) throws IOException {
        return Files.exists(file) ? read() : create(tell);
    }

    private PasswordHash read() throws IOException {
        try {
            OwnerOnly.restrict(file);
            return PasswordHash.parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException problem) {
            throw new IOException(
                    "web console off: " + file + " cannot be used (" + problem.getMessage()
                            + "); delete it to get a new password",
                    problem);
        }
    }

    private PasswordHash create(Consumer<String> tell) throws IOException {
        String password = password();
        PasswordHash hash = PasswordHash.of(password, random);
        try {
            store(hash.text());
        } catch (IOException problem) {
            throw new IOException(
                    "web console off: its password cannot be stored in " + file + " (" + problem
                            + "); make the folder writable",
                    problem);
        }
        tell.accept("web console: user " + Door.USER + ", password " + password + " (shown once; delete " + file
                + " to get a new one)");
        return hash;
    }

    /** Created closed, filled, then moved: at no time does a half-written or readable file stand there. */
    private void store(String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        OwnerOnly.restrict(folder);
        Path draft = Files.createTempFile(folder, "password", ".new");
        OwnerOnly.restrict(draft);
        Files.writeString(draft, text + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String password() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}

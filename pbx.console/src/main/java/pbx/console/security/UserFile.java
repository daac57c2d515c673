package pbx.console.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pbx.console.OwnerOnly;

/** The file of users, for its owner's eyes only. It holds hashes of passwords, never a password. */
final class UserFile {
    private final Path file;

    UserFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Which version of the file there is; changes whenever somebody writes it. */
    String stamp() throws IOException {
        return exists() ? Files.getLastModifiedTime(file) + "/" + Files.size(file) : "";
    }

    /** @throws IOException with what is wrong and what to do */
    Map<String, User> read() throws IOException {
        try {
            OwnerOnly.restrict(file);
            Map<String, User> users = new TreeMap<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    User user = UserLine.parse(line);
                    users.put(user.name(), user);
                }
            }
            if (users.values().stream().noneMatch(user -> user.role() == Role.ADMINISTRATOR)) {
                throw new IllegalArgumentException("there is no administrator in it");
            }
            return users;
        } catch (IOException | IllegalArgumentException problem) {
            throw new IOException(
                    "web console off: " + file + " cannot be used (" + problem.getMessage()
                            + "); delete it to get a new password",
                    problem);
        }
    }

    /** Created closed, filled, then moved: at no time does a half-written or readable file stand there. */
    void write(Map<String, User> users) throws IOException {
        String text = users.values().stream().map(UserLine::text).collect(Collectors.joining("\n", "", "\n"));
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            OwnerOnly.restrict(folder);
            Path draft = Files.createTempFile(folder, "password", ".new");
            OwnerOnly.restrict(draft);
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            throw new IOException(
                    "the web console's users cannot be stored in " + file + " (" + problem
                            + "); make the folder writable",
                    problem);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

package pbx.ui.swing;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the softphone's door is, and the secret that opens it: {@code PORT SECRET}, for the owner's eyes alone. */
final class DoorFile {
    private static final Logger log = LoggerFactory.getLogger(DoorFile.class);
    private static final int SECRET_BYTES = 32;

    private final Path file;
    private final String secret;
    private String written = "";

    DoorFile(Path file) {
        this.file = file.toAbsolutePath();
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        this.secret = HexFormat.of().formatHex(random);
    }

    String secret() {
        return secret;
    }

    /** Nobody ever sees half of it, or all of it under another's permissions. */
    void write(int port) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), "door", "", owner());
        written = port + " " + secret + "\n";
        Files.writeString(fresh, written);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Only its own: a successor may have written already. */
    void delete() {
        try {
            if (Files.exists(file) && Files.readString(file).equals(written)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            log.debug("the door's file stays", e);
        }
    }

    private static FileAttribute<?>[] owner() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

package pbx.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What control over HTTP has to be shown: as configured, or made at each start and kept where only its owner can read. */
final class ControlToken {
    private static final Logger LOG = LoggerFactory.getLogger(ControlToken.class);
    private static final int BYTES = 16;

    private ControlToken() {}

    static String of(String configured, Path directory) throws IOException {
        if (!configured.isEmpty()) {
            return configured;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        Files.createDirectories(directory);
        Path fresh = Files.createTempFile(directory, "control", ".new", ownersOnly(directory));
        Files.writeString(fresh, token, StandardCharsets.US_ASCII);
        Path file = directory.resolve("control.token");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        LOG.info("the embedded PBX can be controlled at /control; the token is in {}", file);
        return token;
    }

    private static FileAttribute<?>[] ownersOnly(Path directory) {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

package pbx.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Writes into the folder so that nobody ever finds half a file, and nothing is lost. */
final class OwnFile {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private OwnFile() {}

    /** Returns how the file looks then. A link stays a link. */
    static Stamp write(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path coming = target.resolveSibling("." + target.getFileName() + ".coming");
        try {
            fill(coming, text);
            if (posix(target) && Files.exists(target)) {
                Files.setPosixFilePermissions(coming, Files.getPosixFilePermissions(target));
            }
            Stamp stamp = Stamp.of(coming).orElseThrow(() -> new IOException("the new file is not there"));
            Files.move(coming, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return stamp;
        } finally {
            Files.deleteIfExists(coming);
        }
    }

    /** Takes a file out of the folder's reading; returns its new name. */
    static Path retire(Path file) throws IOException {
        String name = file.getFileName() + ".deleted";
        Path free = file.resolveSibling(name);
        for (int i = 2; Files.exists(free); i++) {
            free = file.resolveSibling(name + "-" + i);
        }
        return Files.move(file, free);
    }

    private static void fill(Path coming, String text) throws IOException {
        FileAttribute<?>[] owner = posix(coming)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
        Files.deleteIfExists(coming);
        try (FileChannel channel =
                FileChannel.open(coming, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

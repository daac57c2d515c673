package pbx.api.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encryption at rest: AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a fresh 96-bit nonce each time. The key is a file
 * for its owner's eyes only, made at the first use; it may lie on another disk, or come from a secret store.
 */
final class Seal {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;

    Seal(Path file) {
        this.file = file;
    }

    String close(String secret) throws IOException {
        byte[] nonce = random(NONCE_BYTES);
        byte[] closed = crypt(Cipher.ENCRYPT_MODE, ensured(), nonce, 0, secret.getBytes(StandardCharsets.UTF_8));
        byte[] all = new byte[NONCE_BYTES + closed.length];
        System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
        System.arraycopy(closed, 0, all, NONCE_BYTES, closed.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /** @throws IllegalArgumentException if it cannot be opened; the message never holds a value */
    String open(String text) {
        try {
            byte[] all = Base64.getDecoder().decode(text);
            if (all.length > NONCE_BYTES) {
                byte[] closed = java.util.Arrays.copyOfRange(all, NONCE_BYTES, all.length);
                byte[] secret = crypt(Cipher.DECRYPT_MODE, key(), all, 0, closed);
                return new String(secret, StandardCharsets.UTF_8);
            }
        } catch (IOException unread) {
            throw new IllegalArgumentException(
                    "is sealed, and its key " + file + " cannot be read ("
                            + unread.getClass().getSimpleName() + "): bring it back, or set the secret anew",
                    unread);
        } catch (IllegalArgumentException damaged) {
            // said below
        }
        throw new IllegalArgumentException("is sealed with another key than " + file
                + ", or was changed: bring that key back, or set the secret anew");
    }

    private static byte[] crypt(int mode, byte[] key, byte[] nonce, int from, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce, from, NONCE_BYTES));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("cannot be opened", wrong);
        }
    }

    private byte[] ensured() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        if (!Files.exists(file)) {
            Path coming = Files.createTempFile(folder, "secret", ".key", owner);
            Files.writeString(coming, Base64.getEncoder().encodeToString(random(KEY_BYTES)) + "\n");
            try {
                // a link cannot replace a key that another bundle has made meanwhile
                Files.createLink(file, coming);
            } catch (FileAlreadyExistsException another) {
                // that one counts
            } catch (UnsupportedOperationException noLinks) {
                Files.move(coming, file);
            } finally {
                Files.deleteIfExists(coming);
            }
        }
        return key();
    }

    private byte[] key() throws IOException {
        byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
        if (key.length != KEY_BYTES) {
            throw new IOException(file + " holds no key of 256 bits in base64");
        }
        return key;
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}

package pbx.simulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The PBX's own certificate for {@code localhost} and {@code 127.0.0.1}, made once by the JDK's keytool. Its key stays in
 * {@code keystore.p12}, whose password lies beside it for the owner alone; {@code certificate.pem} is for clients to trust.
 */
public final class Certificate {
    private static final String ALIAS = "pbx";
    private static final int ROUNDS = 100;

    private final Path directory;

    public Certificate(Path directory) {
        this.directory = directory;
    }

    public Path keystore() {
        return directory.resolve("keystore.p12");
    }

    /** Makes what is missing or has expired; takes a second or two when it does. */
    public String ensure() throws IOException, GeneralSecurityException, InterruptedException {
        Files.createDirectories(directory);
        X509Certificate certificate = usable();
        if (certificate == null) {
            make();
            certificate = read();
        }
        Path pem = directory.resolve("certificate.pem.new");
        Files.writeString(pem, pem(certificate), StandardCharsets.US_ASCII);
        Files.move(pem, directory.resolve("certificate.pem"), StandardCopyOption.REPLACE_EXISTING);
        return password();
    }

    /** What is there and still valid, or null. Opening a key store takes a while: it is done once. */
    private X509Certificate usable() throws IOException {
        if (!Files.exists(keystore()) || !Files.exists(passwordFile())) {
            return null;
        }
        try {
            X509Certificate certificate = read();
            certificate.checkValidity();
            return certificate;
        } catch (GeneralSecurityException | IOException unusable) {
            return null;
        }
    }

    private void make() throws IOException, InterruptedException {
        Files.deleteIfExists(keystore());
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile());
        protect(passwordFile());
        Files.writeString(passwordFile(), HexFormat.of().formatHex(secret), StandardCharsets.US_ASCII);
        Path fresh = directory.resolve("keystore.new");
        Files.deleteIfExists(fresh);
        keytool(fresh);
        Files.move(fresh, keystore());
    }

    private void keytool(Path into) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = List.of(
                tool.toString(),
                "-J-XX:TieredStopAtLevel=1",
                // its password is 128 bits of chance: many rounds would protect nothing and take time at every start
                "-J-Dkeystore.pkcs12.macIterationCount=" + ROUNDS,
                "-J-Dkeystore.pkcs12.certPbeIterationCount=" + ROUNDS,
                "-J-Dkeystore.pkcs12.keyPbeIterationCount=" + ROUNDS,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-keystore",
                into.toString(),
                "-storepass:file",
                passwordFile().toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new IOException("keytool made no certificate in " + directory + "; is this a whole JDK? " + tool);
            }
        } finally {
            process.destroy();
        }
        protect(into);
    }

    private X509Certificate read() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore())) {
            store.load(in, password().toCharArray());
        }
        if (store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new GeneralSecurityException("no certificate \"" + ALIAS + "\" in " + keystore());
    }

    private String password() throws IOException {
        return Files.readString(passwordFile(), StandardCharsets.US_ASCII).strip();
    }

    private Path passwordFile() {
        return directory.resolve("keystore.password");
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }

    /** Where the file system knows POSIX permissions; elsewhere the user's home protects it. */
    private static void protect(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}

package pbx.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** An authority, a signer below it and a stranger, made with the JDK's keytool; signs jars. */
final class Keys {
    private static final char[] PASSWORD = "secret".toCharArray();
    private final Path folder;
    private final Path store;

    Keys(Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        this.store = folder.resolve("keys.p12");
        generate("authority", "-ext", "bc:c");
        generate("signer");
        generate("stranger");
        keytool("-certreq", "-alias", "signer", "-file", "signer.csr");
        keytool(
                "-gencert",
                "-alias",
                "authority",
                "-infile",
                "signer.csr",
                "-outfile",
                "signer.pem",
                "-rfc",
                "-ext",
                "eku=codeSigning");
        keytool("-importcert", "-noprompt", "-alias", "signer", "-file", "signer.pem");
        keytool("-exportcert", "-rfc", "-alias", "authority", "-file", "authority.pem");
    }

    /** The trust file of an administrator who trusts the authority. */
    Path trusted() {
        return folder.resolve("authority.pem");
    }

    Path sign(Path jar, String who) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        List<Certificate> chain = Arrays.asList(keys.getCertificateChain(who));
        JarSigner signer = new JarSigner.Builder(
                        (PrivateKey) keys.getKey(who, PASSWORD),
                        CertificateFactory.getInstance("X.509").generateCertPath(chain))
                .build();
        Path signed = Files.createTempFile(folder, "signed", ".jar");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            signer.sign(in, out);
        }
        return Files.move(signed, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void generate(String alias, String... more) throws Exception {
        Stream<String> words = Stream.of(
                "-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-keyalg", "EC", "-groupname", "secp256r1");
        keytool(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        Stream<String> command = Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                        .toString()),
                Stream.concat(
                        Stream.of(words),
                        Stream.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "secret")));
        Process process = new ProcessBuilder(command.toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor(30, TimeUnit.SECONDS);
            assertEquals(0, process.exitValue(), said);
        }
    }
}

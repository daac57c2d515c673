package pbx.console.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pbx.console.OwnerOnly;

/** A certificate that nobody signed, made once by the JDK's keytool. Key and password lie in a folder for the owner alone. */
final class OwnCertificate {
    private static final int DAYS = 825;
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;

    OwnCertificate(Path folder) {
        this.folder = folder;
    }

    /** Made where there is none; takes a second or two then. */
    KeyFile ensure(List<String> names) throws IOException, InterruptedException {
        Path keystore = folder.resolve("keystore.p12");
        Path password = folder.resolve("keystore.password");
        if (!Files.exists(keystore) || !Files.exists(password)) {
            Files.createDirectories(folder);
            OwnerOnly.restrict(folder);
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.writeString(password, HexFormat.of().formatHex(secret));
            OwnerOnly.restrict(password);
            make(keystore, password, names);
        }
        return new KeyFile(keystore, Files.readString(password).strip());
    }

    private void make(Path keystore, Path password, List<String> names) throws IOException, InterruptedException {
        Path fresh = folder.resolve("keystore.new");
        Files.deleteIfExists(fresh);
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(tool.toString(), "-genkeypair", "-alias", "console"));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "" + DAYS));
        command.addAll(List.of("-dname", "CN=PBX web console", "-ext", "SAN=" + alternatives(names)));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", fresh.toString()));
        command.addAll(List.of("-storepass:file", password.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(tool + " made no certificate; name a key store, or use a whole JDK");
            }
        } finally {
            process.destroy();
        }
        OwnerOnly.restrict(fresh);
        Files.move(fresh, keystore, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String alternatives(List<String> names) {
        return Stream.concat(Stream.of("localhost", "127.0.0.1"), names.stream())
                .filter(name -> name.matches("[A-Za-z0-9.:-]+"))
                .map(name -> (name.matches("[0-9.]+|.*:.*") ? "ip:" : "dns:") + name)
                .distinct()
                .collect(Collectors.joining(","));
    }
}

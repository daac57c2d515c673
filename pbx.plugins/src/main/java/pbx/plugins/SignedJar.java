package pbx.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Checks a jar's signature. A verifying {@link JarFile} alone lets three things pass: an entry that was taken out, an entry
 * that is there twice (readers disagree about which one counts), and an entry that nobody signed.
 */
final class SignedJar {
    private final Path jar;
    private final Trust trust;

    SignedJar(Path jar, Trust trust) {
        this.jar = jar;
        this.trust = trust;
    }

    /** Who signed all of it. */
    String signer() throws BadPlugin {
        if (!trust.problem().isEmpty()) {
            throw new BadPlugin("plugins must be signed, and " + trust.problem());
        }
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            Set<String> names = names(file);
            compareWithStream(names);
            if (file.getManifest() == null) {
                throw new BadPlugin("it is not signed: sign it with jarsigner");
            }
            for (String signed : file.getManifest().getEntries().keySet()) {
                if (!names.contains(signed)) {
                    throw new BadPlugin("its signature is broken: " + signed + " was taken out");
                }
            }
            return trusted(common(file));
        } catch (IOException | SecurityException | IllegalArgumentException e) { // the last for names that are no text
            throw new BadPlugin("its signature is broken: " + e.getMessage(), e);
        }
    }

    private static Set<String> names(JarFile file) {
        Set<String> names = new HashSet<>();
        file.stream().forEach(entry -> names.add(entry.getName()));
        return names;
    }

    /** The directory at the end and the entries themselves must say the same, each once. */
    private void compareWithStream(Set<String> names) throws IOException, BadPlugin {
        Set<String> seen = new HashSet<>();
        try (InputStream in = Files.newInputStream(jar);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!seen.add(entry.getName())) {
                    throw new BadPlugin("its signature is broken: " + entry.getName() + " is there twice");
                }
            }
        }
        if (!seen.equals(names)) {
            throw new BadPlugin("its signature is broken: its directory and its entries differ");
        }
    }

    /** The signers that every entry has; an entry's are known when it was read to its end. */
    private static Set<CodeSigner> common(JarFile file) throws IOException, BadPlugin {
        Set<CodeSigner> common = null;
        for (JarEntry entry : file.stream().toList()) {
            if (entry.isDirectory() || isSignature(entry.getName())) {
                continue;
            }
            try (InputStream in = file.getInputStream(entry)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            CodeSigner[] signers = entry.getCodeSigners();
            if (signers == null) {
                throw new BadPlugin("it is not signed: " + entry.getName() + " has no signature");
            }
            Set<CodeSigner> these = Set.of(signers);
            if (common == null) {
                common = new HashSet<>(these);
            } else {
                common.retainAll(these);
            }
        }
        return common == null ? Set.of() : common;
    }

    private String trusted(Set<CodeSigner> signers) throws BadPlugin {
        List<String> refused = new ArrayList<>();
        for (CodeSigner signer : signers) {
            X509Certificate certificate = (X509Certificate)
                    signer.getSignerCertPath().getCertificates().get(0);
            String name = certificate.getSubjectX500Principal().getName();
            try {
                trust.check(signer.getSignerCertPath(), when(signer));
                return name;
            } catch (GeneralSecurityException e) {
                refused.add(name + " (" + e.getMessage() + ")");
            }
        }
        throw new BadPlugin(
                refused.isEmpty()
                        ? "it is not signed by one signer as a whole: sign it with jarsigner"
                        : "nobody whom the trust file vouches for has signed it: " + String.join(", ", refused));
    }

    /** A time stamp counts only from an authority that is trusted too. */
    private Instant when(CodeSigner signer) {
        if (signer.getTimestamp() != null) {
            try {
                var authority = signer.getTimestamp().getSignerCertPath();
                Instant stamped = signer.getTimestamp().getTimestamp().toInstant();
                trust.checkPath(authority, stamped);
                return stamped;
            } catch (GeneralSecurityException e) {
                return Instant.now();
            }
        }
        return Instant.now();
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals("META-INF/MANIFEST.MF")
                || upper.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)")
                || upper.matches("META-INF/SIG-[^/]*");
    }
}

package pbx.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts one pinned certificate, or the certificates of one PEM file (names are verified as ever), and nothing else. */
final class Trust {
    private final Map<Tls, Made> made = new HashMap<>();

    /** @param read the file's bytes of which it was made */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Made(byte[] read, SSLContext context) {}

    /** The same context for as long as the file's bytes are the same, so that whoever keeps clients by context keeps few. */
    synchronized SSLContext context(Tls tls) throws IOException, GeneralSecurityException {
        byte[] bytes = tls.trust().isPresent() ? bytes(tls.trust().get()) : new byte[0];
        Made known = made.get(tls);
        if (known == null || !Arrays.equals(bytes, known.read())) {
            SSLContext context = tls.pin().isPresent()
                    ? made(new PinnedCertificate(tls.pin().get()))
                    : made(authorities(tls.trust().orElseThrow()));
            known = new Made(bytes, context);
            made.put(tls, known);
        }
        return known.context();
    }

    private static byte[] bytes(Path pem) throws IOException {
        if (!Files.isReadable(pem)) {
            throw new IOException("the trusted certificate " + pem + " cannot be read");
        }
        return Files.readAllBytes(pem);
    }

    private static TrustManager[] authorities(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            int n = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted" + n++, certificate);
            }
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers.getTrustManagers();
    }

    private static SSLContext made(TrustManager... managers) throws GeneralSecurityException {
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(null, managers, null);
        return made;
    }
}

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
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS that trusts the certificates of one PEM file and nothing else; names are verified as ever. */
final class Trust {
    private Path file;
    private byte[] read = {};
    private SSLContext context;

    /** The same context for as long as the file's bytes are the same, so that whoever keeps clients by context keeps few. */
    synchronized SSLContext context(Path pem) throws IOException, GeneralSecurityException {
        if (!Files.isReadable(pem)) {
            throw new IOException("the trusted certificate " + pem + " cannot be read");
        }
        byte[] bytes = Files.readAllBytes(pem);
        if (context == null || !pem.equals(file) || !Arrays.equals(bytes, read)) {
            context = made(pem);
            file = pem;
            read = bytes;
        }
        return context;
    }

    private static SSLContext made(Path pem) throws IOException, GeneralSecurityException {
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
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(null, managers.getTrustManagers(), null);
        return made;
    }
}

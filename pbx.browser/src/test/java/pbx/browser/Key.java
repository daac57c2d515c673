package pbx.browser;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The key that the embedded PBX made for itself. The test pages' server on the same host uses it too. */
final class Key {
    private final KeyStore store = KeyStore.getInstance("PKCS12");
    private final char[] password;

    Key(Path directory) throws Exception {
        password =
                Files.readString(directory.resolve("keystore.password")).strip().toCharArray();
        try (InputStream in = Files.newInputStream(directory.resolve("keystore.p12"))) {
            store.load(in, password);
        }
    }

    /** Trusts this certificate alone, and checks that it names the host. */
    HttpClient client() throws Exception {
        return HttpClient.newBuilder().sslContext(context()).build();
    }

    /** The same, for sockets. */
    SSLContext context() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("it", store.getCertificate(store.aliases().nextElement()));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    SSLContext tls() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls;
    }

    /** What Chromium calls the certificate's SPKI hash. */
    String hash() throws Exception {
        byte[] subject = store.getCertificate(store.aliases().nextElement())
                .getPublicKey()
                .getEncoded();
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(subject));
    }
}

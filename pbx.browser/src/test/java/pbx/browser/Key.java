package pbx.browser;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

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

package pbx.plugins;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose signatures count.
 *
 * @param required whether a plugin must be signed
 * @param anchors the administrator's certificates
 * @param problem why there are none although there should be; then every plugin is refused
 */
record Trust(boolean required, Set<TrustAnchor> anchors, String problem) {
    static final Trust NOT_ASKED = new Trust(false, Set.of(), "");

    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    static Trust of(boolean required, String file, String password) {
        if (!required) {
            return NOT_ASKED;
        }
        if (file.isBlank()) {
            return new Trust(true, Set.of(), "no trust file is configured (pbx.plugins, trust)");
        }
        try {
            Set<TrustAnchor> anchors = read(Files.readAllBytes(Path.of(file)), password);
            return new Trust(true, anchors, anchors.isEmpty() ? "the trust file " + file + " has no certificate" : "");
        } catch (IOException | GeneralSecurityException e) {
            return new Trust(true, Set.of(), "the trust file " + file + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Throws unless the path leads to an anchor. There is no network to ask for revocations: who is to be trusted no longer is
     * taken out of the trust file.
     *
     * @param when the certificates must be valid then
     */
    void check(CertPath path, Instant when) throws GeneralSecurityException {
        X509Certificate signer = (X509Certificate) path.getCertificates().get(0);
        boolean[] usage = signer.getKeyUsage();
        List<String> purposes = signer.getExtendedKeyUsage();
        if ((usage != null && !usage[0])
                || (purposes != null && !purposes.contains(CODE_SIGNING) && !purposes.contains(ANY_PURPOSE))) {
            throw new GeneralSecurityException(
                    "the certificate of " + signer.getSubjectX500Principal() + " is not for signing code");
        }
        if (!isAnchor(signer, when)) {
            checkPath(path, when);
        }
    }

    /** Throws unless the path leads to an anchor, for whatever purpose. */
    void checkPath(CertPath path, Instant when) throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(when));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    /** An administrator may trust a signer's own certificate; PKIX wants paths that end below an anchor. */
    private boolean isAnchor(X509Certificate signer, Instant when) throws GeneralSecurityException {
        boolean anchor = anchors.stream().anyMatch(a -> signer.equals(a.getTrustedCert()));
        if (anchor) {
            signer.checkValidity(Date.from(when));
        }
        return anchor;
    }

    private static Set<TrustAnchor> read(byte[] bytes, String password) throws GeneralSecurityException, IOException {
        Set<TrustAnchor> anchors = new HashSet<>();
        if (new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN")) {
            for (var certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes))) {
                anchors.add(new TrustAnchor((X509Certificate) certificate, null));
            }
            return anchors;
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), password.isEmpty() ? null : password.toCharArray());
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                anchors.add(new TrustAnchor(certificate, null));
            }
        }
        return anchors;
    }
}

package pbx.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final Account ACCOUNT = Desk.account(Desk.settings(1, "server", "https://pbx.example.com"));

    /** As Java's client for HTTP gives it. */
    @Test
    void aNameThatNobodyKnowsIsNoRefusedConnection() {
        Throwable hidden = new ConnectException().initCause(new UnresolvedAddressException());
        assertEquals(
                "there is no host named pbx.example.com; check the account's server, and this machine's network",
                Problems.of(ACCOUNT, new CompletionException(hidden)));
        assertTrue(Problems.of(ACCOUNT, new ConnectException()).contains("connection refused"));
    }

    /** What to do comes before Java's words, which are cut off where a line is short. */
    @Test
    void aCertificateThatIsNotTrustedSaysWhatToDoFirst() {
        Throwable failure = new SSLHandshakeException("PKIX path building failed: long")
                .initCause(new IllegalStateException("no path"));
        assertEquals(
                "https://pbx.example.com shows a certificate that is not trusted; if it is the right one, save it as PEM and"
                        + " name the file with trust = (no path)",
                Problems.of(ACCOUNT, failure));
    }
}

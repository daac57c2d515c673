package pbx.transport;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import pbx.websocket.OpenException;

/** Failures of the network, in one line for people. */
final class Problems {
    private Problems() {}

    static String of(Account account, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "there is no host named " + account.server().getHost() + "; check the account's server";
            }
            if (cause instanceof HttpTimeoutException) {
                return account.server() + " does not answer; trying again";
            }
            if (cause instanceof ConnectException) {
                return account.server() + " cannot be reached (connection refused or no route); trying again";
            }
            if (cause instanceof SSLException) {
                return account.server() + " shows a certificate that is not trusted (" + cause.getMessage()
                        + "); set the account's trusted certificate if it is the right one";
            }
            if (cause instanceof OpenException refused && refused.status() > 0) {
                return "the PBX refused the WebSocket with HTTP status " + refused.status() + "; trying again";
            }
        }
        String text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return account.server() + ": " + text + "; trying again";
    }
}

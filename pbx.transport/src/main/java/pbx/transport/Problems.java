package pbx.transport;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;
import pbx.api.socket.OpenException;

/** Failures of the network, in one line for people. */
final class Problems {
    private static final int TOO_MANY = 429;

    private Problems() {}

    static String of(Account account, Throwable failure) {
        if (is(failure, UnresolvedAddressException.class) || is(failure, UnknownHostException.class)) {
            return "there is no host named " + account.server().getHost()
                    + "; check the account's server, and this machine's network";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpTimeoutException) {
                return account.server() + " does not answer; trying again";
            }
            if (cause instanceof ConnectException) {
                return account.server() + " cannot be reached (connection refused or no route); trying again";
            }
            if (cause instanceof SSLException) {
                return account.server() + " shows a certificate that is not trusted; if it is the right one, save it as"
                        + " PEM and name the file with trust = ("
                        + innermost(cause).getMessage() + ")";
            }
            if (cause instanceof OpenException refused && refused.status() > 0) {
                return "the PBX refused the WebSocket: " + refusal(refused.status(), "it did not accept the session")
                        + "; trying again";
            }
        }
        String text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return account.server() + ": " + text + "; trying again";
    }

    /** Java's client for HTTP hides a name that nobody knows in a connection that was refused. */
    private static boolean is(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** A server in trouble refuses nobody: it is tried again as one that cannot be reached. */
    static void checkAble(int status) {
        if (status / 100 == 5 || status == TOO_MANY) {
            throw new PbxException(
                    Reason.NOT_CONNECTED, "the PBX has trouble (HTTP status " + status + "); trying again");
        }
    }

    /** An HTTP status in words. Which status means what is documented for REST; for the WebSocket it is inferred. */
    static String refusal(int status, String unauthorized) {
        return switch (status) {
            case 401 -> unauthorized;
            case 403 ->
                "this account may not do that here (403): its API access may be switched off, or this machine's address"
                        + " not allowed, in the PBX's security settings";
            case 404 -> "it knows no such tenant or extension (404); check the account's tenant and extension";
            default -> "HTTP status " + status;
        };
    }
}

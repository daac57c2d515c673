package pbx.api.socket;

/** Why a socket did not open. */
public final class OpenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    /** @param status the HTTP status of a refused handshake; 0 if there was none */
    public OpenException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The HTTP status of a refused handshake; 0 if there was none (no route, no TLS, no answer). */
    public int status() {
        return status;
    }
}

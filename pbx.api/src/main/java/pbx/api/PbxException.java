package pbx.api;

import java.util.Objects;

/**
 * The one failure of the platform's services. Asynchronous operations complete their stage exceptionally with it; it is
 * never thrown from a listener's thread.
 */
public final class PbxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, for programs. The message says the same for people and what to do about it. */
    public enum Reason {
        /** The account has no connection to its PBX at this moment. Nothing was sent. */
        NOT_CONNECTED,
        /** The PBX said no. */
        REFUSED,
        /** No such call, or it has ended. */
        UNKNOWN_CALL,
        /** No such account. */
        UNKNOWN_ACCOUNT,
        /** The call is in a state in which this cannot be done; the message names the state. */
        WRONG_STATE,
        /** An argument is not acceptable. Nothing was sent. */
        INVALID,
        /** Neither the wire nor this provider can do it. */
        UNSUPPORTED,
        /** Policy forbids it, or the consumer asks for more than its share. */
        DENIED,
        /** No confirmation came in time. What the PBX did with the request is not known. */
        TIMED_OUT,
        /** There is no audio engine, or it refused. */
        NO_MEDIA,
        /** The provider is being replaced. The thing itself goes on: wait for the replay. */
        STOPPED
    }

    private final Reason reason;

    public PbxException(Reason reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public PbxException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /** Never null. */
    public Reason reason() {
        return reason;
    }
}

package pbx.rest.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import pbx.api.PbxException;
import pbx.api.PbxException.Reason;

/** An error as RFC 9457 has it: what is wrong, and in {@code detail} what to do. */
final class Problem extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String kind;

    Problem(int status, String kind, String detail) {
        super(detail);
        this.status = status;
        this.kind = kind;
    }

    static Problem of(PbxException e) {
        return new Problem(
                status(e.reason()), e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'), e.getMessage());
    }

    int status() {
        return status;
    }

    Reply reply() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:pbx:problem:" + kind);
        body.put("title", kind.replace('-', ' '));
        body.put("status", status);
        body.put("detail", String.valueOf(getMessage()));
        return new Reply(status, body);
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case INVALID -> 400;
            case DENIED -> 403;
            case UNKNOWN_CALL, UNKNOWN_ACCOUNT -> 404;
            case WRONG_STATE -> 409;
            case UNSUPPORTED -> 501;
            case REFUSED -> 502;
            case NOT_CONNECTED, NO_MEDIA, STOPPED -> 503;
            case TIMED_OUT -> 504;
        };
    }
}

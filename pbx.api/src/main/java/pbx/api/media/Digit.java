package pbx.api.media;

import java.time.Instant;
import java.util.Objects;
import pbx.api.call.CallId;

/**
 * A key that was pressed at the far end, as heard in the call's audio.
 *
 * @param key 0-9, *, # or A-D
 * @param at when it was first heard
 */
public record Digit(CallId call, char key, Instant at) {
    public Digit {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(at, "at");
        if ("0123456789*#ABCD".indexOf(key) < 0) {
            throw new IllegalArgumentException("there is no key " + key);
        }
    }
}

package pbx.api.media;

import java.util.Objects;
import java.util.Optional;

/**
 * One change of one session.
 *
 * @param before empty: the first you hear of it
 * @param after empty: it is closed
 */
public record MediaChange(Optional<MediaSession> before, Optional<MediaSession> after) {
    public MediaChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}

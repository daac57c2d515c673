package pbx.api.media;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A call was read again, once a second while its audio is connected.
 *
 * @param before empty: the first reading you hear of
 * @param after empty: the session is closed; what was read is in {@link Qualities#readings}
 */
public record QualityChange(Optional<Quality> before, Optional<Quality> after) {
    public QualityChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** The warnings that were not there before. */
    public Set<QualityWarning> began() {
        return without(after, before);
    }

    /** The warnings that are there no more. */
    public Set<QualityWarning> ended() {
        return without(before, after);
    }

    private static Set<QualityWarning> without(Optional<Quality> all, Optional<Quality> those) {
        Set<QualityWarning> left = EnumSet.noneOf(QualityWarning.class);
        all.ifPresent(quality -> left.addAll(quality.warnings()));
        those.ifPresent(quality -> left.removeAll(quality.warnings()));
        return left;
    }
}

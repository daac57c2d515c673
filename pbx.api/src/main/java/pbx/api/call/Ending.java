package pbx.api.call;

import java.util.Objects;

/**
 * Who ended a call, and why.
 *
 * @param by who
 * @param reason why, for programs
 * @param text why, for people; never blank
 */
public record Ending(By by, EndReason reason, String text) {

    /** Who ended the call. */
    public enum By {
        /** This side. */
        HERE,
        /** The other party. */
        THERE,
        /** The PBX. */
        PBX,
        /** The platform: a lost connection, a failed audio path. */
        SYSTEM
    }

    public Ending {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(text, "text");
    }
}

package pbx.api.status;

import java.util.Objects;

/**
 * What one health check found. Immutable.
 *
 * @param check its name, such as {@code connection}
 * @param words for people: what is, and what to do if that is not well. May hold texts of strangers
 */
public record Finding(String check, Severity severity, String words) {

    /** From well to ill. */
    public enum Severity {
        OK,
        /** It works; somebody should look. */
        WARN,
        /** Something does not work. */
        CRITICAL
    }

    public Finding {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(words, "words");
    }
}

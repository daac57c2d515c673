package pbx.api.plugin;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of one file of the deploy folder at one moment. Immutable.
 *
 * @param file the jar's name in the deploy folder
 * @param name the bundle's symbolic name; the file's name while the jar cannot be read
 * @param version the bundle's version; empty while the jar cannot be read
 * @param state how it stands
 * @param problem why it does not run, for people, with what to do; present exactly in state FAILED
 */
public record Plugin(String file, String name, String version, State state, Optional<String> problem) {

    /** How a plugin stands. */
    public enum State {
        RUNNING,
        /** It does not run. It is tried again when its file changes. */
        FAILED
    }

    public Plugin {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(state, "state");
        if (problem.isPresent() != (state == State.FAILED)) {
            throw new IllegalArgumentException("a problem belongs to FAILED and to nothing else, not to " + state);
        }
    }
}

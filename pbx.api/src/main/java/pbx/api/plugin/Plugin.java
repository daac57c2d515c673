package pbx.api.plugin;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one file of the deploy folder at one moment. Immutable.
 *
 * @param file the jar's name in the deploy folder
 * @param name the bundle's symbolic name; the file's name while the jar cannot be read
 * @param version the bundle's version; empty while the jar cannot be read
 * @param state how it stands
 * @param problem for people, with what to do. Always there in FAILED and QUARANTINED; in RUNNING it says what is not as it
 *     should be: a new version that did not run, a component that waits
 * @param previous the version that {@link Plugins#rollBack} goes back to; empty if none is kept
 * @param signer the subject of the trusted certificate that signed it; empty if it is not signed, or nobody asked
 * @param uses what it declares to use
 * @param denied what it may not use, whether or not it declares it
 * @param load what it costs
 * @param deliveries how delivery to each of its listeners stands
 */
public record Plugin(
        String file,
        String name,
        String version,
        State state,
        Optional<String> problem,
        Optional<String> previous,
        Optional<String> signer,
        Set<Use> uses,
        Set<Use> denied,
        Load load,
        List<Delivery> deliveries) {

    /** How a plugin stands. */
    public enum State {
        RUNNING,
        /** It does not run. It is tried again when its file changes. */
        FAILED,
        /** It did harm and was stopped. It runs again when its file changes or {@link Plugins#release} is called. */
        QUARANTINED
    }

    public Plugin {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(load, "load");
        uses = Set.copyOf(uses);
        denied = Set.copyOf(denied);
        deliveries = List.copyOf(deliveries);
        if (problem.isEmpty() && state != State.RUNNING) {
            throw new IllegalArgumentException(state + " has a problem to tell");
        }
    }

    /** With nothing but what the file says; for fakes and tests. */
    public static Plugin of(String file, String name, String version, State state, Optional<String> problem) {
        return new Plugin(
                file,
                name,
                version,
                state,
                problem,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Load.NONE,
                List.of());
    }
}

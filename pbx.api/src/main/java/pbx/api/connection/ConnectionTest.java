package pbx.api.connection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** Tries an account's settings, step by step, as a connection would, without becoming one: nothing is registered or kept. */
@ProviderType
@FunctionalInterface
public interface ConnectionTest {
    /**
     * Completes within a minute with the steps that were made, in order; all but the last have passed. What is wrong is in
     * the last step; the stage fails with REFUSED alone, when too many tests are under way. Does not block.
     *
     * @param settings of an account's configuration, by their names there; what is absent has its default
     */
    CompletionStage<List<Step>> run(Map<String, Object> settings);

    /** What is tried. */
    enum What {
        /** The settings can be used at all. */
        SETTINGS,
        /** The server's name has an address. */
        DNS,
        /** Something listens there. */
        TCP,
        /** It shows a certificate that is trusted. */
        TLS,
        /** It takes the credentials. */
        LOGIN,
        /** It opens a WebSocket. */
        SOCKET,
        /** It says how things stand when it is asked. */
        STATE
    }

    /**
     * One step.
     *
     * @param took how long it took
     * @param words for people: what was found, or what is wrong and what to do; never a secret
     */
    record Step(What what, boolean passed, Duration took, String words) {
        public Step {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(took, "took");
            Objects.requireNonNull(words, "words");
        }
    }
}
